/** Puts the way out together: one gate for all services, and each service with its own pace. */
import { createGate } from './gate.ts';
import type { GateOptions } from './gate.ts';
import { createService } from './service.ts';
import type { Service, ServiceOptions } from './service.ts';

export interface OutsideOptions extends GateOptions {
  /** Sent as `User-Agent`, so that a service knows whom to write to. */
  readonly userAgent: string;
}

export interface Outside {
  /** Make each service once and hand it down: its pace and its circuit breaker are its own. */
  service(options: ServiceOptions): Service;
}

/**
 * Nothing is asked here: a request leaves with `Service.request`, through the proxy and with the authorities that hold
 * for the whole process.
 */
export function createOutside({ userAgent, ...gateOptions }: OutsideOptions): Outside {
  const gate = createGate(gateOptions);
  return { service: (options) => createService(options, gate, userAgent) };
}
