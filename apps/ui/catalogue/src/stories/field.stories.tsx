import { Field } from '../../../src/forms/field.js';
import { Input } from '../../../src/forms/input.js';
import type { Story } from '../story.js';

export const story: Story = {
  title: 'Field, input',
  states: [
    {
      name: 'Default, with a hint',
      Show: () => (
        <Field label="Project name" hint="The client sees it, too." isRequired>
          <Input placeholder="Website relaunch" />
        </Field>
      ),
    },
    {
      name: 'Error',
      Show: () => (
        <Field label="E-mail" error="This address is taken.">
          <Input type="email" defaultValue="mara@demo.test" />
        </Field>
      ),
    },
    {
      name: 'Warning',
      Show: () => (
        <Field label="Due" warning="That is a public holiday.">
          <Input defaultValue="25/12/2026" />
        </Field>
      ),
    },
    {
      name: 'Disabled',
      Show: () => (
        <Field label="Number" isDisabled hint="Given when the invoice is finalized.">
          <Input defaultValue="2026-0042" />
        </Field>
      ),
    },
    {
      name: 'Long German texts',
      Show: () => (
        <Field
          label="Umsatzsteuer-Identifikationsnummer der Rechnungsempfängerin"
          hint="Sie beginnt mit dem Länderkennzeichen und steht auf jeder Rechnung innerhalb der Europäischen Union."
          error="Diese Umsatzsteuer-Identifikationsnummer ist beim Bundeszentralamt für Steuern unbekannt."
        >
          <Input defaultValue="DE 999 999 999 und noch viel mehr, als in das Feld passt, wenn es schmal ist" />
        </Field>
      ),
    },
  ],
};
