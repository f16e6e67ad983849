// How Entra's pages look. One style sheet, both themes.

export const pageStyle = `
:root {
  --ground: #f4f4f5; --card: #ffffff; --line: #d4d4d8; --text: #18181b; --soft: #52525b;
  --accent: #1d4ed8; --hover: #f4f4f5; --badge: #e0e7ff; --badge-text: #3730a3; --none: #f4f4f5; --none-text: #52525b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #09090b; --card: #18181b; --line: #3f3f46; --text: #fafafa; --soft: #a1a1aa;
    --accent: #93c5fd; --hover: #27272a; --badge: #312e81; --badge-text: #e0e7ff; --none: #27272a; --none-text: #d4d4d8;
  }
}
* { box-sizing: border-box; margin: 0; }
body {
  min-height: 100vh; padding: 32px 16px; background: var(--ground); color: var(--text);
  font: 15px/1.45 ui-sans-serif, system-ui, "Segoe UI", Roboto, sans-serif;
  display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 16px;
}
main { width: 100%; max-width: 520px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 28px; }
h1 { font-size: 22px; line-height: 1.25; letter-spacing: -0.01em; }
.tenant { color: var(--soft); font-size: 13px; margin-bottom: 6px; }
.lead { color: var(--soft); margin-top: 6px; overflow-wrap: anywhere; }
ul { list-style: none; padding: 0; margin: 20px 0 0; display: grid; gap: 8px; }
button { font: inherit; color: inherit; cursor: pointer; border-radius: 8px; border: 1px solid var(--line); background: var(--card); }
button:hover { background: var(--hover); }
button:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.person { width: 100%; text-align: left; padding: 12px 14px; display: grid; grid-template-columns: 40px 1fr auto; gap: 0 12px; align-items: center; }
.initials {
  width: 40px; height: 40px; border-radius: 50%; background: var(--hover); border: 1px solid var(--line);
  display: grid; place-items: center; font-size: 13px; font-weight: 600; color: var(--soft);
}
.who { min-width: 0; display: grid; }
.name { font-weight: 600; overflow-wrap: anywhere; }
.detail { color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
.role { font-size: 12px; font-weight: 600; padding: 2px 8px; border-radius: 999px; background: var(--badge); color: var(--badge-text); white-space: nowrap; }
.role.none { background: var(--none); color: var(--none-text); }
.actions { margin-top: 20px; display: flex; justify-content: flex-end; }
.plain { padding: 8px 16px; }
code { font-size: 13px; color: var(--soft); overflow-wrap: anywhere; }
footer { max-width: 520px; color: var(--soft); font-size: 12px; text-align: center; }
@media (max-width: 420px) {
  main { padding: 20px; }
  .person { grid-template-columns: 1fr auto; }
  .initials { display: none; }
}
`
