/** What a house says about itself: five questions, each kept by itself, none of which has to be answered. */
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import type { SettingView } from '#api/index.ts';
import { houseQuery } from '../parts/queries.ts';
import { KeptPage } from './kept-page.tsx';
import { MailSetting } from './mail-setting.tsx';
import { settingsQuery } from './queries.ts';
import { TextSetting } from './text-setting.tsx';
import { zoneHere, ZoneSetting } from './zone-setting.tsx';

export function SettingsPage() {
  const { data, error, refetch } = useQuery(settingsQuery());
  const { data: house } = useQuery(houseQuery());
  const isFirst = useLocation({ select: ({ state }) => state.isFirst === true });
  const title = isFirst ? 'Your house is set up' : 'Settings of your house';
  return (
    <KeptPage
      title={title}
      says={
        <p>
          {isFirst
            ? 'Five questions about it. All of these can wait, and you find them here again under Settings.'
            : 'Each answer is kept as soon as you leave its field, and Undo takes it back; only the mail server is kept by its button, without Undo.'}
        </p>
      }
      error={error}
      onRetry={() => void refetch()}
    >
      <div className="stack settings">
        {data?.settings.map((setting) => (
          <Setting key={setting.key} setting={setting} timeZones={data.timeZones} />
        ))}
        {data && (
          <section className="well" aria-labelledby="next">
            <h2 id="next">{isFirst ? 'Next: invite the second person' : 'People'}</h2>
            <p>
              {isFirst
                ? 'Somebody who can look after the house when you are away. You get a link and hand it on yourself.'
                : 'Who has an account, and what each of them may do.'}
            </p>
            <p className="btns">
              <Link className={isFirst ? 'btn btn-main' : 'btn'} to="/accounts">
                {isFirst ? 'Invite somebody' : 'Accounts'}
              </Link>
              {isFirst && (
                <Link to={house?.mayBring && house.library?.papers === 0 ? '/bring' : '/search'}>
                  {house?.mayBring && house.library?.papers === 0 ? 'Or bring the first papers' : 'Or search papers'}
                </Link>
              )}
            </p>
          </section>
        )}
      </div>
    </KeptPage>
  );
}

function Setting({ setting, timeZones }: { setting: SettingView; timeZones: readonly string[] }) {
  switch (setting.key) {
    case 'house-name':
      return (
        <TextSetting
          setting={setting}
          label="What is your house called?"
          hint="It stands beside the name Attune on every page, for example Lindmere Health."
          maxLength={80}
          autoComplete="organization"
        />
      );
    case 'time-zone':
      return <ZoneSetting setting={setting} zones={timeZones} here={zoneHere()} />;
    case 'contact-email':
      return (
        <TextSetting
          setting={setting}
          label="Whom do people write to for help?"
          hint="An e-mail address. It stands where people sign in."
          type="email"
          autoComplete="off"
        />
      );
    case 'urgent-number':
      return (
        <TextSetting
          setting={setting}
          label="Whom do they call when it is urgent?"
          hint="A telephone number, for example +49 89 1234-567."
          type="tel"
          autoComplete="off"
        />
      );
    case 'mail-server':
      return <MailSetting setting={setting} />;
  }
}
