// Sets theme, density and text size before the first paint. src/settings/preferences.ts keeps them.
try {
  const kept = JSON.parse(localStorage.getItem('selvedge.preferences') || '{}')
  for (const name of ['theme', 'density', 'text']) {
    if (kept[name]) document.documentElement.dataset[name] = kept[name]
  }
} catch {}
