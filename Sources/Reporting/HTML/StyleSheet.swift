/// The one style sheet of the report pages: light and dark, narrow and wide, screen and paper.
///
/// Contrast of text is at least 4.5 to 1 in both schemes (WCAG 2.2 AA). No fonts, pictures or addresses from outside.
enum StyleSheet {
  static let text = colours + layout + tables + cards + drawings + media

  private static let colours = """
    :root{color-scheme:light dark;--page:#f4f6f8;--surface:#fff;--sunken:#f4f6f8;--text:#18212b;--muted:#4d5a67;\
    --line:#d5dce3;--accent:#17487f;--head:#12263f;--headtext:#fff;--headmuted:#c3d2e4;--alarm:#98201f;--alarmbg:#fdeaea;\
    --notice:#704500;--noticebg:#fff2d9;--good:#175c31;--goodbg:#e4f4ea;--for:#c2501c;--against:#2c6aa8;--track:#e4e9ee;--past:#a9b6c3}
    @media screen and (prefers-color-scheme:dark){:root{--page:#0f141a;--surface:#19202a;--sunken:#121920;--text:#e5eaf0;--muted:#a5b1be;\
    --line:#303b48;--accent:#8fbcf7;--head:#0b1826;--headtext:#f2f6fa;--headmuted:#a9bdd3;--alarm:#ffb4b0;--alarmbg:#481a1b;\
    --notice:#f5d08a;--noticebg:#3d2d0c;--good:#a2e2b8;--goodbg:#14371f;--for:#f08a52;--against:#6fa8e6;--track:#2a3440;--past:#566373}}

    """

  private static let layout = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,\
    "Noto Sans","Liberation Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
    .frame{max-width:76rem;margin:0 auto;padding:0 1.25rem}
    a{color:var(--accent);text-underline-offset:.15em}
    a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .skip{position:absolute;left:-99rem;background:var(--surface);padding:.5rem 1rem;z-index:2}
    .skip:focus{left:1rem;top:1rem}
    .masthead{background:var(--head);color:var(--headtext);padding:1.5rem 0 4.25rem}
    .brand{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem;margin:0 0 1.25rem;font-weight:650;letter-spacing:.01em}
    .brand .kind{font-weight:400;color:var(--headmuted);border-left:1px solid var(--headmuted);padding-left:.75rem;margin-left:.25rem}
    .mark path{fill:none;stroke:currentColor;stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round}
    h1{font-size:clamp(1.5rem,1.1rem + 2vw,2.25rem);line-height:1.15;margin:0 0 .5rem;font-weight:680;letter-spacing:-.015em}
    h2{font-size:1.375rem;line-height:1.25;margin:0 0 .25rem;letter-spacing:-.01em}
    h3{font-size:1.0625rem;margin:0;line-height:1.3}
    h4{font-size:.9375rem;margin:0 0 .5rem;line-height:1.3}
    .lead{font-size:1.125rem;margin:0;color:var(--headmuted);max-width:46rem}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.75rem;margin:-2.75rem 0 1.25rem}
    .tile{background:var(--surface);border:1px solid var(--line);border-top:4px solid var(--past);border-radius:.5rem;padding:.75rem 1rem .875rem}
    .tile.alarm{border-top-color:var(--alarm)}.tile.notice{border-top-color:var(--notice)}.tile.good{border-top-color:var(--good)}
    .tile dt{font-size:.875rem;color:var(--muted)}
    .tile dd{margin:0}
    .tile .value{font-size:1.625rem;font-weight:680;line-height:1.25;letter-spacing:-.01em;overflow-wrap:normal}
    .tile .note{font-size:.875rem;color:var(--muted)}
    .contents ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:0}
    .contents a{display:inline-block;padding:.25rem 0}
    section{margin:2rem 0 2.75rem}
    .introduction{margin:0 0 1rem;color:var(--muted);max-width:46rem}
    .callout{border:1px solid var(--line);border-left:4px solid var(--past);background:var(--surface);border-radius:.375rem;padding:.75rem 1rem;margin:.75rem 0}
    .callout p{margin:.125rem 0 0;max-width:46rem}
    .callout.good{border-left-color:var(--good);background:var(--goodbg)}
    .callout.notice{border-left-color:var(--notice);background:var(--noticebg)}
    .callout.alarm{border-left-color:var(--alarm);background:var(--alarmbg)}
    .badge{display:inline-block;font-size:.8125rem;line-height:1.3;padding:.125rem .5rem;border-radius:1rem;background:var(--sunken);color:var(--muted);border:1px solid var(--line);white-space:nowrap}
    .badge.alarm{background:var(--alarmbg);color:var(--alarm);border-color:transparent}
    .badge.notice{background:var(--noticebg);color:var(--notice);border-color:transparent}
    .badge.good{background:var(--goodbg);color:var(--good);border-color:transparent}
    .facts{margin:.75rem 0;display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.5rem 1.5rem}
    .facts div{min-width:0}
    .facts dt{font-size:.8125rem;color:var(--muted)}
    .facts dd{margin:0}
    footer{padding-bottom:2.5rem;color:var(--muted);font-size:.875rem}
    footer p{margin:.25rem 0}

    """

  private static let tables = """
    .scroll{overflow-x:auto;background:var(--surface);border:1px solid var(--line);border-radius:.5rem;margin:.75rem 0 1.25rem}
    .scroll.small{max-width:42rem}
    table{border-collapse:collapse;width:100%;font-size:.9rem}
    caption{text-align:left;font-weight:620;padding:.75rem .75rem .5rem}
    th,td{text-align:left;vertical-align:top;padding:.5rem .75rem;border-top:1px solid var(--line)}
    th{font-size:.8125rem;font-weight:600;color:var(--muted);background:var(--sunken);vertical-align:bottom;overflow-wrap:normal}
    td{overflow-wrap:anywhere;min-width:4.5rem}
    th.number,td.number{text-align:right;min-width:0}td.number{white-space:nowrap}
    td.words{overflow-wrap:break-word}
    td a{display:inline-block;min-width:7.5rem}
    tbody tr:hover{background:var(--sunken)}

    """

  private static let cards = """
    .card{background:var(--surface);border:1px solid var(--line);border-radius:.5rem;margin:0 0 1.25rem;overflow:hidden}
    .card:target{border-color:var(--accent);box-shadow:0 0 0 2px var(--accent)}
    .card>header{display:flex;gap:1rem;align-items:flex-start;padding:1rem 1.25rem;border-bottom:1px solid var(--line)}
    .rank{flex:none;margin:0;min-width:2.25rem;height:2.25rem;padding:0 .375rem;border-radius:1.125rem;background:var(--head);color:var(--headtext);font-weight:680;display:flex;align-items:center;justify-content:center}
    .heading{flex:1;min-width:0}
    .subtitle{margin:0 0 .375rem;color:var(--muted)}
    .badges{margin:0;display:flex;flex-wrap:wrap;gap:.25rem .375rem}
    .score{flex:none;margin:0;text-align:right;line-height:1.15}
    .score .value{display:block;font-size:1.625rem;font-weight:680;letter-spacing:-.01em}
    .score .unit{font-size:.8125rem;color:var(--muted)}
    .columns{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,7fr)}
    .side{padding:1.125rem 1.25rem;border-right:1px solid var(--line)}
    .why{padding:1.125rem 1.25rem}
    .call ol{margin:.5rem 0 0;padding-left:1.25rem}
    .call li{margin:.25rem 0}
    .call .first{margin:0;padding:.625rem .875rem;background:var(--sunken);border-left:4px solid var(--accent);border-radius:.25rem}
    .phone{display:block;font-size:1.25rem;font-weight:680;letter-spacing:.01em}
    .side .facts{margin:1.125rem 0 0;padding-top:1rem;border-top:1px solid var(--line);grid-template-columns:minmax(0,1fr);gap:.375rem;font-size:.9375rem}
    .side .facts div{display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:.75rem}
    .side .facts dt{font-size:.875rem;padding-top:.0625rem}
    .reasons{list-style:none;margin:0;padding:0}
    .reasons li{display:grid;grid-template-columns:minmax(0,1fr) 14rem;gap:.25rem 1rem;padding:.5rem 0;border-top:1px solid var(--line)}
    .reasons li:first-child{border-top:0;padding-top:0}
    .reasons p{margin:0}
    .numbers{font-size:.875rem;color:var(--muted)}
    .weight{display:flex;align-items:center;justify-content:flex-end;gap:.5rem;align-self:start;padding-top:.125rem}
    .bits{min-width:3.25rem;text-align:right;font-weight:620;white-space:nowrap}
    .reasons .baseRate .sentence,.reasons .group .sentence,.reasons .habit .sentence,.reasons .remainder .sentence,.reasons .benign .sentence,.reasons .rest .sentence{color:var(--muted)}
    .reasons .total{border-top:2px solid var(--text);font-weight:620}
    .enough{margin-top:.75rem;padding-top:.875rem;border-top:1px solid var(--line)}
    .enough ul{margin:.375rem 0 0;padding-left:1.25rem}
    .enough li{margin:.25rem 0}

    """

  private static let drawings = """
    svg{display:block;max-width:100%;height:auto}
    .chart{width:100%;max-width:54rem}.bar{flex:none}.spark{max-width:none}
    .track{fill:var(--track)}.for{fill:var(--for)}.against{fill:var(--against)}.zero{stroke:var(--muted);stroke-width:1}
    .past{fill:var(--past)}.recent{fill:var(--against)}.marked,.dot{fill:var(--for)}
    .axis,.grid{stroke:var(--line);stroke-width:1}.axis{stroke:var(--muted)}
    .curve{fill:none;stroke-width:2.25;stroke-linejoin:round}.curve0{stroke:var(--against)}.curve1{stroke:var(--for);stroke-dasharray:7 3}\
    .curve2{stroke:var(--good);stroke-dasharray:2 3}.curve3{stroke:var(--muted);stroke-dasharray:9 3 2 3}.mark{fill:var(--for)}
    .ticklabel{fill:var(--muted);font-size:12px}.legend{fill:var(--text);font-size:12px}
    figure{margin:.75rem 0 1.25rem;padding:1rem;background:var(--surface);border:1px solid var(--line);border-radius:.5rem}
    figcaption{color:var(--muted);font-size:.9375rem;margin-top:.5rem}

    """

  private static let media = """
    @media (max-width:60rem){.columns{grid-template-columns:minmax(0,1fr)}.side{border-right:0;border-bottom:1px solid var(--line)}}
    @media (max-width:44rem){.frame{padding:0 .875rem}
    .tiles{grid-template-columns:repeat(2,minmax(0,1fr))}.tile:last-child:nth-child(odd){grid-column:span 2}
    thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    table,caption,tbody,tr,td{display:block;width:100%}
    tr{border-top:1px solid var(--line);padding:.5rem 0}
    td,td.number{display:grid;grid-template-columns:7.25rem minmax(0,1fr);gap:.625rem;border:0;padding:.1875rem .75rem;text-align:left;white-space:normal}
    td::before{content:attr(data-label);color:var(--muted);font-size:.875rem}
    td>.badge{justify-self:start}
    .card>header{flex-wrap:wrap;gap:.75rem;padding:.875rem}.heading{flex:1 1 60%}.score{display:flex;align-items:baseline;gap:.375rem;width:100%}
    .side,.why{padding:.875rem}.side .facts div{grid-template-columns:minmax(0,1fr);gap:0}
    .reasons li{grid-template-columns:minmax(0,1fr)}.weight{justify-content:flex-start}.rest .bits,.total .bits{text-align:left}
    .facts{grid-template-columns:repeat(auto-fill,minmax(8rem,1fr))}}
    @media print{:root{--page:#fff;--surface:#fff;--sunken:#fff;--text:#000;--muted:#333;--line:#999;--head:#fff;--headtext:#000;--headmuted:#333}
    .masthead{padding:0 0 1rem}.tiles{margin-top:0}.contents,.skip{display:none}.card,.callout,.tile,tr{break-inside:avoid}
    html{font-size:75%}.columns{grid-template-columns:minmax(0,5fr) minmax(0,7fr)}.side{border-right:1px solid var(--line);border-bottom:0}
    .reasons li{grid-template-columns:minmax(0,1fr) 11rem}.bar{width:7rem}.side .facts div{grid-template-columns:6rem minmax(0,1fr)}
    .reasons li,.side li,.facts div{break-inside:avoid}h2,h3,h4,caption,.introduction,.card>header{break-after:avoid}.rank{border:1px solid #000}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}.scroll{overflow:visible}}

    """
}
