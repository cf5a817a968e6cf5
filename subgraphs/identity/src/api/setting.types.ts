import { enumeration, MutationInput, Payload } from '@nexus/kit/graph';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { SettingGroup, SettingType, SettingUnit } from '../domain/setting-definitions.js';
import { Tenant } from '../read/tenant.entity.js';

const SettingTypeEnum = enumeration<SettingType>('SettingType', 'What the value of a setting is.', {
  LOCALE: 'A language tag, `de-DE` (BCP 47).',
  TIME_ZONE: 'An IANA time zone.',
  CURRENCY: 'A currency (ISO 4217).',
  CHOICE: 'One of `options`.',
  INTEGER: 'A whole number from `min` to `max`, in `unit`.',
});
const SettingGroupEnum = enumeration<SettingGroup>('SettingGroup', 'What a setting is about.', {
  REGIONAL: 'Language, time and money.',
  JOINING: 'How people join.',
  PASSWORDS: 'What passwords must be.',
  SESSIONS: 'How long people stay signed in; for sessions that begin from then on.',
});
const SettingUnitEnum = enumeration<SettingUnit>('SettingUnit', 'What a number counts.', {
  DAYS: 'Days.',
  MINUTES: 'Minutes.',
  CHARACTERS: 'Characters.',
});
export const WeekStartEnum = enumeration('WeekStart', 'The day that calendars begin a week with.', {
  MONDAY: 'Monday.',
  SATURDAY: 'Saturday.',
  SUNDAY: 'Sunday.',
});
export type WeekStart = keyof typeof WeekStartEnum;

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
