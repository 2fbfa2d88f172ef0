import { GlobalFonts } from '@napi-rs/canvas';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineElement,
  PointElement,
  ScatterController,
  Title,
} from 'chart.js';
import { fontFile } from '../fonts.ts';
import { INK } from './palette.ts';

/** The name the canvas knows the family by: its own, so that no installed font can take its place. */
export const CHART_FONT = 'Pack Sans';

GlobalFonts.registerFromPath(fontFile('regular'), CHART_FONT);
GlobalFonts.registerFromPath(fontFile('semibold'), CHART_FONT);

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineElement,
  PointElement,
  ScatterController,
  Title,
);
Chart.defaults.animation = false;
Chart.defaults.responsive = false;
Chart.defaults.devicePixelRatio = 1;
Chart.defaults.events = [];
Chart.defaults.color = INK;
Chart.defaults.font.family = CHART_FONT;
Chart.defaults.font.size = 14;

export { Chart };
