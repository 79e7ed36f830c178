/** Column types that every table shares: ids in byte order, instants with a zone, raw bytes. */

import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Compared byte by byte, so that lists have one order whatever the cluster's locale is. */
export const idText = customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
});

/** A copy that is a plain Uint8Array with either driver. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => new Uint8Array(value),
});

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
