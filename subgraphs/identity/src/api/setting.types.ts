import { MutationInput, Payload } from '@nexus/kit/graph';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { SettingGroup, SettingType, SettingUnit } from '../domain/setting-definitions.js';
import { Tenant } from '../read/tenant.entity.js';

const SettingTypeEnum = {
  LOCALE: 'LOCALE',
  TIME_ZONE: 'TIME_ZONE',
  CURRENCY: 'CURRENCY',
  CHOICE: 'CHOICE',
  INTEGER: 'INTEGER',
} as const satisfies Record<SettingType, SettingType>;
registerEnumType(SettingTypeEnum, {
  name: 'SettingType',
  description: 'What the value of a setting is.',
  valuesConfig: {
    LOCALE: { description: 'A language tag, `de-DE` (BCP 47).' },
    TIME_ZONE: { description: 'An IANA time zone.' },
    CURRENCY: { description: 'A currency (ISO 4217).' },
    CHOICE: { description: 'One of `options`.' },
    INTEGER: { description: 'A whole number from `min` to `max`, in `unit`.' },
  },
});

const SettingGroupEnum = {
  REGIONAL: 'REGIONAL',
  JOINING: 'JOINING',
  PASSWORDS: 'PASSWORDS',
  SESSIONS: 'SESSIONS',
} as const satisfies Record<SettingGroup, SettingGroup>;
registerEnumType(SettingGroupEnum, {
  name: 'SettingGroup',
  description: 'What a setting is about.',
  valuesConfig: {
    REGIONAL: { description: 'Language, time and money.' },
    JOINING: { description: 'How people join.' },
    PASSWORDS: { description: 'What passwords must be.' },
    SESSIONS: {
      description: 'How long people stay signed in; for sessions that begin from then on.',
    },
  },
});

const SettingUnitEnum = {
  DAYS: 'DAYS',
  MINUTES: 'MINUTES',
  CHARACTERS: 'CHARACTERS',
} as const satisfies Record<SettingUnit, SettingUnit>;
registerEnumType(SettingUnitEnum, {
  name: 'SettingUnit',
  description: 'What a number counts.',
  valuesConfig: {
    DAYS: { description: 'Days.' },
    MINUTES: { description: 'Minutes.' },
    CHARACTERS: { description: 'Characters.' },
  },
});

@ObjectType({ description: 'Something a tenant chooses for itself.', simpleResolvers: true })
export class Setting {
  @Field(() => String, { description: 'Its name, `session.staff.idle`; unique in the tenant.' })
  key!: string;

  @Field(() => SettingGroupEnum, { description: 'What it is about.' })
  group!: SettingGroup;

  @Field(() => SettingTypeEnum, { description: 'What its value is.' })
  type!: SettingType;

  @Field(() => String, { description: 'What holds now, as a text.' })
  value!: string;

  @Field(() => String, { description: 'What holds unless the tenant chooses otherwise.' })
  default!: string;

  @Field(() => Int, { nullable: true, description: 'The least number.' })
  min!: number | null;

  @Field(() => Int, { nullable: true, description: 'The greatest number.' })
  max!: number | null;

  @Field(() => SettingUnitEnum, { nullable: true, description: 'What a number counts.' })
  unit!: SettingUnit | null;

  @Field(() => [String], { nullable: true, description: 'All values of a CHOICE.' })
  options!: readonly string[] | null;

  @Field(() => Boolean, { description: 'Whether the caller may change it.' })
  viewerCanEdit!: boolean;
}

const WeekdayEnum = { MONDAY: 'MONDAY', SATURDAY: 'SATURDAY', SUNDAY: 'SUNDAY' } as const;
export type WeekStart = keyof typeof WeekdayEnum;
registerEnumType(WeekdayEnum, {
  name: 'WeekStart',
  description: 'The day that calendars begin a week with.',
  valuesConfig: {
    MONDAY: { description: 'Monday.' },
    SATURDAY: { description: 'Saturday.' },
    SUNDAY: { description: 'Sunday.' },
  },
});
export const WeekStartEnum = WeekdayEnum;

@InputType({ description: 'Another value of a setting.' })
export class SettingChangeInput {
  @Field(() => String, { description: 'Its name.' })
  key!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The value as a text; left out or null puts the default back.',
  })
  value?: string | null;
}

@InputType({ description: 'Settings to change: all, or none where one of them cannot be.' })
export class SettingsUpdateInput extends MutationInput {
  @Field(() => [SettingChangeInput], { description: 'Each setting once.' })
  changes!: SettingChangeInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'Refuse unless the settings are at this version.',
  })
  expectedVersion?: number | null;
}

@ObjectType({ description: 'Settings that were changed.' })
export class SettingsUpdatePayload extends Payload {
  @Field(() => Tenant, { nullable: true, description: 'The tenant, where it was done.' })
  tenant?: Tenant;
}
