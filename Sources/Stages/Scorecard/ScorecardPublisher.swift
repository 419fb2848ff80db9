import Documents
import Domain

/// Publishes scorecards for the bureau alone: a folder a quarter, closed to everyone but its owner, which no page links.
public struct ScorecardPublisher {
  /// What came of it.
  public struct Result: Equatable {
    public let page: String
    /// In Chinese: how many measures have each light.
    public let summary: String
  }

  private let templates: TemplateSet
  private let root: String

  /// - Parameter root: folder of all quarters.
  public init(templates: TemplateSet, root: String) {
    self.templates = templates
    self.root = root
  }

  /// Writes the pages and files of a quarter in the place of those that are there.
  ///
  /// - Parameter noise: which figures are named as moved.
  /// - Throws: `FileFailure`.
  public func publish(
    _ card: Scorecard, title: String, noise: ScorecardNoise, check: () throws -> Void = {}
  ) throws -> Result {
    let folder = "\(root)/\(card.period)"
    try DurableFolder.makePrivate(root)
    try DurableFolder.makePrivate(folder)
    DurableFile.recover(in: folder)
    let words = ScorecardWords(card: card, texts: templates.texts)
    let pages = ScorecardPublisher.pages(words, title: title, noise: noise, templates: templates)
    let files = ScorecardFiles(words: words)
    var all = pages.map { (name: $0.name, bytes: templates.render(.scorecard, $0.page.context)) }
    all += [(ScorecardFiles.csv, files.csvBytes), (ScorecardFiles.json, try files.jsonBytes())]
    for file in all {
      try check()
      try DurableFile.replace("\(folder)/\(file.name)", with: file.bytes, mode: 0o600)
    }
    // A section that is responsible for nothing any more keeps no page.
    let names = Set(all.map(\.name))
    for name in try FileTree.names(in: folder) where name.hasSuffix(".html") && !names.contains(name) {
      try FileTree.remove("\(folder)/\(name)")
    }
    return Result(page: "\(folder)/\(ScorecardPage.path)", summary: words.summary(card.rows))
  }

  /// The index, then the pages of the sections.
  static func pages(
    _ words: ScorecardWords, title: String, noise: ScorecardNoise, templates: TemplateSet
  ) -> [(name: String, page: ScorecardPage)] {
    let sections = words.card.rows.flatMap(\.item.sections).reduce(into: [String]()) { all, name in
      if !all.contains(name) { all.append(name) }
    }
    func page(_ section: String?) -> ScorecardPage {
      ScorecardPage(
        words: words, title: title, section: section, sections: sections, noise: noise, templates: templates)
    }
    return [(ScorecardPage.path, page(nil))] + sections.map { (ScorecardPage.path(of: $0), page($0)) }
  }
}
