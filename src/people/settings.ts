/** The settings of a house: kept with who changed them and when; what the environment says stands above them. */
import { AppError } from '#model/index.ts';
import { mustBeAdministrator } from './administrators.ts';
import { note } from './audit.ts';
import { dayAndHour, startOfDay } from './days.ts';
import type { Desk } from './desk.ts';
import type { Actor } from './ids.ts';
import { checkSetting, SETTINGS } from './setting-list.ts';
import type { SettingKey } from './setting-list.ts';

export interface SettingView {
  readonly key: SettingKey;
  readonly meaning: string;
  readonly isSecret: boolean;
  readonly isSet: boolean;
  /** Absent where nothing is set, and always for a secret. */
  readonly value?: string;
  /** Set by the environment: it cannot be changed here. */
  readonly isFixed: boolean;
  /** Instant in UTC, and who it was; absent where nothing was ever kept. */
  readonly changedAt?: string;
  readonly changedBy?: Actor;
}

export type FixedSettings = Readonly<Partial<Record<SettingKey, string>>>;

export class Settings {
  readonly #desk: Desk;
  readonly #fixed: FixedSettings;

  /** @throws AppError `unusable_setting` where the environment gives a value that will not do. */
  constructor(desk: Desk, fixed: FixedSettings, names: FixedSettings = {}) {
    this.#desk = desk;
    this.#fixed = Object.fromEntries(
      Object.entries(fixed).map(([key, value]) => [
        key,
        checkSetting(key as SettingKey, value, {
          code: 'unusable_setting',
          ...(names[key as SettingKey] === undefined ? {} : { name: names[key as SettingKey] }),
        }),
      ]),
    );
  }

  /** In the order in which a page shows them. */
  async list(): Promise<SettingView[]> {
    const rows = await this.#desk.records.read.selectFrom('setting').selectAll().execute();
    return Object.entries(SETTINGS).map(([name, { meaning, isSecret }]) => {
      const key = name as SettingKey;
      const kept = rows.find((row) => row.key === key);
      const value = this.#fixed[key] ?? kept?.value;
      return {
        key,
        meaning,
        isSecret,
        isSet: value !== undefined,
        ...(isSecret || value === undefined ? {} : { value }),
        isFixed: this.#fixed[key] !== undefined,
        ...(kept && { changedAt: new Date(kept.changed_at).toISOString(), changedBy: kept.changed_by as Actor }),
      };
    });
  }

  /** For the house's own use, secrets included: what this gives is not for a page. */
  async get(key: SettingKey): Promise<string | undefined> {
    const fixed = this.#fixed[key];
    if (fixed !== undefined) return fixed;
    const row = await this.#desk.records.read
      .selectFrom('setting')
      .select('value')
      .where('key', '=', key)
      .executeTakeFirst();
    return row?.value;
  }

  /** The zone that days are counted in: the one that is set, else the machine's. */
  async timeZone(): Promise<string> {
    return (await this.get('time-zone')) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  /** Which day it is in the house, as `2026-03-09`. */
  async today(): Promise<string> {
    return dayAndHour(await this.timeZone(), this.#desk.now()).day;
  }

  /** Which hour of the day it is in the house, from 0. */
  async hour(): Promise<number> {
    return dayAndHour(await this.timeZone(), this.#desk.now()).hour;
  }

  /**
   * When a day begins in the house.
   * @param day as `2026-03-09`. @param later so many days are added.
   * @returns instant in UTC; undefined for what is no date.
   */
  async startOfDay(day: string, later = 0): Promise<string | undefined> {
    const start = startOfDay(await this.timeZone(), day, later);
    return start === undefined ? undefined : new Date(start).toISOString();
  }

  /**
   * @param value undefined takes the setting away.
   * @throws AppError `bad_request`, `forbidden`, `conflict` where the environment has set it.
   */
  async set(by: Actor, key: SettingKey, value: string | undefined): Promise<void> {
    const checked = value === undefined ? undefined : checkSetting(key, value);
    await this.#desk.records.change(async (tables) => {
      await mustBeAdministrator(tables, by);
      if (this.#fixed[key] !== undefined)
        throw new AppError(
          'conflict',
          `The setting ${key} comes from the environment that Attune was started with. Change it there.`,
        );
      const at = this.#desk.now();
      const row = { value: checked ?? '', changed_at: at, changed_by: by };
      if (checked === undefined) await tables.deleteFrom('setting').where('key', '=', key).execute();
      else
        await tables
          .insertInto('setting')
          .values({ key, ...row })
          .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
          .execute();
      await note(tables, at, 'setting-changed', { who: by, about: key, set: checked !== undefined });
    });
  }
}
