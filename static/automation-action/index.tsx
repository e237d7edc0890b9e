import React from 'react';
import ForgeReconciler from '@forge/react';
import { ActionForm } from './action-form';

ForgeReconciler.render(
  <React.StrictMode>
    <ActionForm />
  </React.StrictMode>,
);
