import { render } from 'preact';
import { Portal } from './portal.tsx';

const place = document.getElementById('portal');
if (place !== null) render(<Portal />, place);
