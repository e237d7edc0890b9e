import '@atlaskit/css-reset';
import './uikit.css';
import { catchReconcile } from './forge-doc';
import { showDocument } from './show-document';

// The bridge must be wrapped before the resource asks for it, so the resource is loaded last.
catchReconcile();
showDocument();
void import('forge-resource');
