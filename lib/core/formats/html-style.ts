/** The look of the self-contained page: paper and ink, system faces, good on paper too. */
export const htmlStyle = `
:root{--paper:#fbfaf7;--ink:#1c1b18;--muted:#6d6a61;--line:#dfdbd0;--accent:#1f4e5f;--false:#b3261e;--mostly_false:#a9540a;--mixed:#6f539d;--mostly_true:#24698a;--true:#0b6e4f;--neutral:#5d5a52}
@media (prefers-color-scheme:dark){:root{--paper:#171613;--ink:#ece8dd;--muted:#a39e91;--line:#34322b;--accent:#7fb6c9;--false:#f2a29b;--mostly_false:#eda35f;--mixed:#bda6e4;--mostly_true:#7fc0dd;--true:#6fcfa8;--neutral:#b3ada0}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 "Source Serif 4",Georgia,"Noto Serif",serif}
main{max-width:46rem;margin:3rem auto;padding:0 1.25rem}
h1{font-size:2.2rem;line-height:1.15;margin:.3rem 0}
h2{font-size:1.15rem;font-weight:400;line-height:1.45;margin:0}
.grounds,.kind,.meta,.legend,.verdict,.number,footer,.wording{font-family:Inter,system-ui,"Noto Sans",sans-serif}
.grounds{font-size:.8rem;font-weight:700;line-height:1.6;margin:.9rem 0 .2rem}
a{color:var(--accent)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.kind{color:var(--accent);font-size:.8rem;font-weight:600;margin:0}
.meta,.wording,footer{color:var(--muted);font-size:.8rem}
.summary{font-size:1.15rem}
.mix{display:flex;height:.7rem;border-radius:.35rem;overflow:hidden;margin-top:1.5rem;gap:1px;print-color-adjust:exact}
.mix .false{background:var(--false)}.mix .mostly_false{background:var(--mostly_false)}.mix .mixed{background:var(--mixed)}.mix .mostly_true{background:var(--mostly_true)}.mix .true{background:var(--true)}.mix .neutral{background:var(--neutral)}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;padding:0;margin:.6rem 0 2rem;font-size:.85rem}
.legend li{display:flex;gap:.4rem;align-items:center}
.verdict{display:inline-flex;gap:.4rem;align-items:center;font-weight:600;font-size:.85rem}
.verdict svg{flex:none}
.verdict.false{color:var(--false)}.verdict.mostly_false{color:var(--mostly_false)}.verdict.mixed{color:var(--mixed)}.verdict.mostly_true{color:var(--mostly_true)}.verdict.true{color:var(--true)}.verdict.neutral{color:var(--neutral)}
section{display:grid;grid-template-columns:9rem 1fr;gap:1rem;border-top:1px solid var(--line);padding:1.2rem 0;break-inside:avoid}
.number{color:var(--muted);font-size:.8rem}
.why{margin:.5rem 0}
ul{padding-inline-start:1.1rem;margin:.2rem 0;font-size:.95rem}
blockquote{margin:.2rem 0 .4rem;padding-inline-start:.8rem;border-inline-start:2px solid var(--line);font-style:italic}
footer{border-top:2px solid var(--ink);margin-top:1rem;overflow-wrap:anywhere}
h1,h2,p,li{overflow-wrap:anywhere}
@media (max-width:36rem){section{grid-template-columns:1fr;gap:.4rem}h1{font-size:1.6rem}}
@media print{body{background:#fff;color:#000;font-size:11pt}main{margin:0;max-width:none}section a[href^=http]::after{content:" <" attr(href) ">";font-size:.85em;overflow-wrap:anywhere}}
`.trim();
