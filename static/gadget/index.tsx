import React from 'react';
import ForgeReconciler from '@forge/react';
import { Gadget } from './gadget';

ForgeReconciler.render(
  <React.StrictMode>
    <Gadget />
  </React.StrictMode>,
);
