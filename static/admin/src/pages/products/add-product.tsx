import { type FormEvent, useState } from 'react';
import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useRoute } from '../../app/router';
import { Field } from '../../parts/field';
import { useTexts } from '../../texts/texts';

/** Opens a product that no portal has mentioned yet, so that its spaces can be chosen before. */
export function AddProduct() {
  const texts = useTexts().products;
  const { go } = useRoute();
  const [name, setName] = useState('');
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') go(`/products/${encodeURIComponent(name.trim())}`);
  };
  return (
    <form className="sf-card sf-add-product" aria-label={texts.add} onSubmit={open}>
      <Field id="add-product" label={texts.add} help={texts.addName}>
        <Textfield
          id="add-product"
          value={name}
          maxLength={255}
          aria-describedby="add-product-help"
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" isDisabled={name.trim() === ''}>
        {texts.addOpen}
      </Button>
    </form>
  );
}
