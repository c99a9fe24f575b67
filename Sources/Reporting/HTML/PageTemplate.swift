import Mustache

/// The templates of the report pages.
///
/// Attribute values are quoted throughout; triple braces take drawings only.
enum PageTemplate {
  /// Parsed once.
  ///
  /// The texts are constants of this file, and a test renders every one of them.
  static let library: MustacheLibrary = {
    var library = MustacheLibrary()
    for (name, text) in [
      ("page", page), ("table", table), ("facts", facts), ("card", card), ("style", StyleSheet.text),
    ] {
      // A constant that does not parse is a defect of this file.
      try! library.register(text, named: name)
    }
    return library
  }()

  static let page = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{pagePolicy}}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex">
    <title>{{pageTitle}}</title>
    <style>{{>style}}</style>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the report</a>
    <header class="masthead">
    <div class="frame">
    <p class="brand"><svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path \
    d="M3 13.5 8.5 19 21 5"/><path d="M3 21h18"/></svg>Countersign<span class="kind">{{pageKind}}</span></p>
    <h1>{{pageHeading}}</h1>
    <p class="lead">{{pageLead}}</p>
    </div>
    </header>
    <main id="main" class="frame">
    <dl class="tiles">
    {{#tiles}}
    <div class="tile {{tileTone}}"><dt>{{tileLabel}}</dt><dd class="value">{{tileValue}}</dd><dd class="note">{{tileNote}}</dd></div>
    {{/tiles}}
    </dl>
    <nav class="contents" aria-label="Contents">
    <ul>
    {{#sections}}
    <li><a href="#{{sectionAnchor}}">{{sectionTitle}}</a></li>
    {{/sections}}
    </ul>
    </nav>
    {{#sections}}
    <section id="{{sectionAnchor}}" aria-labelledby="{{sectionAnchor}}-title">
    <h2 id="{{sectionAnchor}}-title">{{sectionTitle}}</h2>
    {{#hasIntroduction}}
    <p class="introduction">{{introduction}}</p>
    {{/hasIntroduction}}
    {{#blocks}}
    {{#isParagraph}}
    <p>{{paragraph}}</p>
    {{/isParagraph}}
    {{#isCallout}}
    <div class="callout {{calloutTone}}" role="note"><h3>{{calloutTitle}}</h3><p>{{calloutText}}</p></div>
    {{/isCallout}}
    {{#isTable}}
    {{>table}}
    {{/isTable}}
    {{#isFacts}}
    {{>facts}}
    {{/isFacts}}
    {{#isCard}}
    {{>card}}
    {{/isCard}}
    {{#isChart}}
    <figure>{{{chartDrawing}}}<figcaption>{{chartCaption}}</figcaption></figure>
    {{/isChart}}
    {{/blocks}}
    </section>
    {{/sections}}
    </main>
    <footer class="frame">
    {{#footer}}
    <p>{{line}}</p>
    {{/footer}}
    </footer>
    </body>
    </html>

    """

  static let table = """
    <div class="scroll{{#smallTable}} small{{/smallTable}}" role="region" aria-label="{{caption}}" tabindex="0">
    <table role="table">
    <caption>{{caption}}</caption>
    <thead role="rowgroup"><tr role="row">{{#columns}}<th role="columnheader" scope="col"{{#numericColumn}} class="number"{{/numericColumn}}>{{columnTitle}}</th>{{/columns}}</tr></thead>
    <tbody role="rowgroup">
    {{#rows}}
    <tr role="row">{{#cells}}<td role="cell" data-label="{{cellColumn}}"{{#numericCell}} class="number"{{/numericCell}}{{#wordsCell}} class="words"{{/wordsCell}}>\
    {{#cellLink}}<a href="#{{linkAnchor}}">{{linkText}}</a>{{/cellLink}}\
    {{#cellTone}}<span class="badge {{tone}}">{{tonedText}}</span>{{/cellTone}}\
    {{#cellDrawing}}{{{drawing}}}{{/cellDrawing}}\
    {{#cellPlain}}{{cellText}}{{/cellPlain}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table>
    </div>

    """

  static let facts = """
    <dl class="facts">
    {{#facts}}
    <div><dt>{{factName}}</dt><dd>{{factValue}}</dd></div>
    {{/facts}}
    </dl>

    """

  static let card = """
    <article class="card" id="{{cardAnchor}}" aria-labelledby="{{cardAnchor}}-title">
    <header>
    <p class="rank"><span class="unseen">{{cardRankName}}</span>{{cardRank}}</p>
    <div class="heading">
    <h3 id="{{cardAnchor}}-title">{{cardTitle}}</h3>
    <p class="subtitle">{{cardSubtitle}}</p>
    <p class="badges">{{#badges}}<span class="badge {{badgeTone}}">{{badgeText}}</span> {{/badges}}</p>
    </div>
    <p class="score"><span class="value">{{cardScore}}</span><span class="unit">score of 100</span></p>
    </header>
    <div class="columns">
    <div class="side">
    <div class="call"><h4>What to check next</h4>
    <p class="first">{{#cardPhone}}<span class="phone">{{phone}}</span>{{/cardPhone}}{{cardCall}}</p>
    <ol>
    {{#steps}}
    <li>{{step}}</li>
    {{/steps}}
    </ol></div>
    {{>facts}}
    {{#fellowList}}
    <div class="enough"><h4>Others of the same campaign</h4>
    <ul>
    {{#fellows}}
    <li>{{fellow}}</li>
    {{/fellows}}
    </ul></div>
    {{/fellowList}}
    {{#enoughList}}
    <div class="enough"><h4>What would have been enough</h4>
    <ul>
    {{#enough}}
    <li>{{sentence}}</li>
    {{/enough}}
    </ul></div>
    {{/enoughList}}
    </div>
    <div class="why">
    <h4>Why it stands out</h4>
    <ul class="reasons">
    {{#reasons}}
    <li class="{{reasonKind}}"><div class="what"><p class="sentence">{{reasonSentence}}</p>\
    {{#hasNumbers}}<p class="numbers">{{reasonName}}: {{reasonNumbers}}</p>{{/hasNumbers}}</div>\
    <div class="weight">{{{reasonBar}}}<span class="bits">{{reasonBits}}</span></div></li>
    {{/reasons}}
    {{#restLine}}
    <li class="rest"><div class="what"><p class="sentence">{{restText}}</p></div><div class="weight"><span class="bits">{{restBits}}</span></div></li>
    {{/restLine}}
    <li class="total"><div class="what"><p class="sentence">Sum in bits: {{totalOdds}} that it is forged, uncalibrated</p></div>\
    <div class="weight"><span class="bits">{{totalBits}}</span></div></li>
    </ul>
    </div>
    </div>
    </article>

    """
}
