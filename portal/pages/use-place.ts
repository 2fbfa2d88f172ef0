import { useEffect, useState } from 'preact/hooks';

/** The parts of the address after `#/`: `#/packs/northshire/2026-10` is packs, northshire, 2026-10. */
const placeNow = (): readonly string[] =>
  location.hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);

/** Where in the page somebody is, as they move. */
export function usePlace(): readonly string[] {
  const [place, setPlace] = useState(placeNow);
  useEffect(() => {
    const moved = () => setPlace(placeNow());
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  return place;
}
