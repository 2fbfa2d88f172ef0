/** How the page looks, on screens of every width and in print. The colours are those of the PDF. */
export const STYLE = `
:root{color-scheme:light;--ink:#1c2833;--accent:#0a4a73;--soft:#4d5a66;--rule:#c9d1d8;--tint:#eef3f7;--warning:#8a1c00}
*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:#fff;color:var(--ink);font:1rem/1.5 "Source Sans 3","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
h1,h2,h3{line-height:1.25;color:var(--accent);font-weight:600;margin:2em 0 .6em}
h2{font-size:1.6rem;margin-top:0}
h3{font-size:1.15rem}
p,ul,ol,dl{margin:0 0 1em;max-width:42rem}
ul,ol{padding-left:1.4rem}
li{margin-bottom:.4em}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
[tabindex="-1"]:focus{outline:none}
:target{scroll-margin-top:1rem}
li:target,dl div:target{background:var(--tint);box-shadow:0 0 0 .4rem var(--tint)}
.skip{position:absolute;left:1rem;top:-10rem;padding:.6rem 1rem;background:#fff;border:2px solid var(--accent)}
.skip:focus{top:1rem}
header{background:var(--accent);color:#fff;padding:1.5rem 1rem}
header>*{max-width:72rem;margin:0 auto .4rem}
header h1{color:#fff;font-size:2rem;margin:.2rem auto .6rem}
header h1 span{display:block;font-size:1.25rem;font-weight:400}
.stamp{background:#fff;color:var(--warning);font-weight:600;padding:.5rem .75rem;margin-top:1rem}
.page{max-width:74rem;margin:0 auto;padding:0 1rem}
nav{padding-top:1.5rem}
nav h2{font-size:1.15rem;margin:0 0 .5rem}
nav ul{list-style:none;padding:0;margin:0}
nav li{margin:0}
nav a,.parts a{display:block;padding:.3rem 0}
.parts{list-style:none;padding:0;max-width:52rem;columns:15rem;column-gap:2rem}
.parts li{margin:0;break-inside:avoid}
section{padding-top:2.5rem}
.question{font-size:1.15rem;font-style:italic;color:var(--soft)}
.answer{font-size:1.15rem;background:var(--tint);border-left:4px solid var(--accent);padding:.8rem 1rem}
.asked{font-style:italic;color:var(--soft);margin-bottom:.5em}
.finding{font-weight:600;border-left:3px solid var(--accent);padding-left:.6rem}
.small,.notes{font-size:.9rem;color:var(--soft)}
.note{color:var(--soft);border-left:3px solid var(--rule);padding-left:.8rem}
.headline{border-top:1px solid var(--rule);padding:1rem 0 .2rem;max-width:58rem}
.headline h3{margin:0 0 .3rem;color:var(--ink)}
.headline p{margin-bottom:.5rem}
.figure{color:var(--soft)}
.figure strong{display:inline-block;color:var(--accent);font-size:2.2rem;line-height:1.1;font-weight:600}
.figure.words strong{font-size:1.5rem}
.interval{display:block;font-size:.9rem}
.icons{display:block;margin-top:.5rem;color:var(--ink);font-size:.9rem}
.icon{display:inline-flex;align-items:center;gap:.4rem;margin-right:1rem}
.figure .icon{display:flex;margin:0 0 .25rem}
.lead .icons{margin:0 0 .4rem}
svg.sign{width:1.5rem;min-width:1.5rem;height:1.5rem;flex:none}
.glance svg{min-width:0;max-width:13rem}
.tiles{display:flex;flex-wrap:wrap;gap:.5rem;max-width:48rem}
.tiles div{flex:1 1 7rem;display:flex;flex-direction:column;background:var(--tint);padding:.6rem .8rem;margin:0}
.tiles dt{font-weight:400;color:var(--soft);font-size:.9rem}
.tiles dd{font-size:1.5rem;font-weight:600;color:var(--accent)}
dl div{margin-bottom:.7em}
dt{font-weight:600}
dt svg.sign{display:inline-block;vertical-align:middle}
dd{margin:0}
figure,.table{margin:1.5rem 0}
figcaption,caption{font-weight:600;text-align:left;padding-bottom:.5rem}
.scroll{overflow-x:auto;position:relative}
svg{display:block;width:100%;min-width:34rem;max-width:44rem;height:auto;font-family:"Source Sans 3","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
table{border-collapse:collapse;min-width:min(100%,30rem);max-width:52rem;font-variant-numeric:tabular-nums}
caption span{position:sticky;left:0;display:inline-block;max-width:min(44rem,100vw - 2rem)}
th,td{padding:.4rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
th{font-weight:600}
tbody th[scope=row]{font-weight:400;min-width:8rem}
thead th{border-bottom:2px solid var(--accent);vertical-align:bottom}
th:first-child,td:first-child{padding-left:.2rem}
td:not(.n){min-width:8rem}
.n{text-align:right}
td.n{white-space:nowrap}
.group th{background:var(--tint);padding-left:.4rem}
.sum th,.sum td{border-top:2px solid var(--accent);border-bottom:2px solid var(--accent);font-weight:600}
.dense{font-size:.9rem}
thead button{font:inherit;color:inherit;text-align:inherit;background:none;border:0;margin:-.2rem;padding:.2rem;min-height:1.75rem;cursor:pointer;text-decoration:underline dotted;text-underline-offset:.2em}
thead button:hover{text-decoration-style:solid}
[aria-sort] button::after{content:" \\25b2";font-size:.75em}
[aria-sort=descending] button::after{content:" \\25bc"}
.notes{margin:.4rem 0 0}
.notes a,details a{display:inline-block;padding:.2rem;min-height:1.5rem;min-width:1.5rem}
details{font-size:.9rem}
summary{padding:.2rem 0;cursor:pointer;color:var(--accent)}
footer{border-top:1px solid var(--rule);margin-top:3rem;padding:1rem;color:var(--soft);font-size:.9rem}
footer p{max-width:72rem;margin:0 auto .3rem}
@media (max-width:40rem){
.scroll[tabindex]{box-shadow:inset -.7rem 0 .6rem -.6rem rgba(28,40,51,.4)}
}
@media (min-width:40rem){
.headline{display:grid;grid-template-columns:10rem minmax(0,1fr) 13rem;column-gap:1.5rem}
.headline h3{grid-column:2}
.headline .figure{grid-column:1;grid-row:1/3}
.headline .glance{grid-column:3;grid-row:1/3}
dl:not(.tiles) div{display:grid;grid-template-columns:9rem 1fr;column-gap:1rem}
}
@media (min-width:64rem){
.page{display:grid;grid-template-columns:15rem minmax(0,1fr);column-gap:3rem}
nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:2.5rem 0 1rem}
}
@media print{
@page{size:A4;margin:2cm}
body{font-size:10.5pt}
header{background:none;color:inherit;padding:0;border-bottom:3pt solid var(--accent)}
header h1{color:var(--accent)}
nav,.skip,.parts,details{display:none}
.page{display:block;padding:0}
section{break-before:page;padding-top:0}
section:first-child{break-before:auto;padding-top:1rem}
h2,h3,caption,figcaption,.question,.asked{break-after:avoid}
figure,.headline,tr,.answer,.finding{break-inside:avoid}
.scroll{overflow:visible}
svg{min-width:0}
table{font-size:9pt}
td:not(.n),tbody th[scope=row]{min-width:0}
thead button{text-decoration:none}
a{color:inherit;text-decoration:none}
}
`;
