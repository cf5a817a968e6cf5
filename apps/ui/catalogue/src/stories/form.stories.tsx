import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '../../../src/components/button.js';
import type { Money } from '../../../src/components/decimal.js';
import { Drawer } from '../../../src/components/drawer.js';
import { Notice } from '../../../src/components/notice.js';
import { Form } from '../../../src/forms/form.js';
import { FormField } from '../../../src/forms/form-field.js';
import { Input } from '../../../src/forms/input.js';
import { MoneyInput } from '../../../src/forms/money-input.js';
import { useServerErrors } from '../../../src/forms/use-server-errors.js';
import type { Story } from '../story.js';

interface Values {
  name: string;
  budget: Money | null;
}

function FormState() {
  const form = useForm<Values>({ defaultValues: { name: '', budget: null } });
  const serverErrors = useServerErrors(form);
  const send = () => {
    serverErrors.place({
      errors: [
        { message: 'A project of this name exists.', path: ['input', 'name'] },
        { message: 'The client is archived.', path: ['input', 'clientId'] },
      ],
      warnings: [{ message: 'More than is usual.', path: ['input', 'budget', 'amount'] }],
    });
  };
  return (
    <Form form={form} serverErrors={serverErrors} onSubmit={send}>
      <FormField<Values, 'name'> name="name" label="Name" isRequired>
        {(field) => <Input {...field} />}
      </FormField>
      <FormField<Values, 'budget'> name="budget" label="Budget">
        {(field) => <MoneyInput {...field} currency="EUR" />}
      </FormField>
      <div className="flex justify-end gap-2">
        <Button type="submit" variant="primary">
          Create, and be refused
        </Button>
      </div>
    </Form>
  );
}

function DrawerState() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Open drawer</Button>
      <Drawer
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title="Write the texts of the landing page"
        meta="Website relaunch · due tomorrow"
        footer={<Button variant="primary">Save</Button>}
      >
        <FormState />
      </Drawer>
    </>
  );
}

export const story: Story = {
  title: 'Form, drawer, notice',
  states: [
    { name: 'Form refused by the graph', Show: FormState },
    { name: 'Drawer', Show: DrawerState },
    {
      name: 'Notices',
      isWide: true,
      Show: () => (
        <div className="grid gap-2">
          <Notice>The period is closed on Friday.</Notice>
          <Notice tone="success">Everything is paid.</Notice>
          <Notice tone="warning" action={<Button size="small">Review</Button>}>
            Drei Zeiteinträge liegen außerhalb der Projektlaufzeit und werden nicht abgerechnet.
          </Notice>
          <Notice tone="danger">The invoice could not be finalized.</Notice>
        </div>
      ),
    },
  ],
};
