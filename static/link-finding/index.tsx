import React from 'react';
import ForgeReconciler from '@forge/react';
import { LinkFinding } from './link-finding';

ForgeReconciler.render(
  <React.StrictMode>
    <LinkFinding />
  </React.StrictMode>,
);
