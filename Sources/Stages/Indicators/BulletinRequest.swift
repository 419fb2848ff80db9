import Domain

/// What a bulletin is to be about.
public struct BulletinRequest: Sendable {
  public let period: Period
  public let title: Label
  public let publisher: Label
  /// The city first, then its counties; names in Chinese come from the list of regions where `zh` is empty.
  public let regions: [(code: String, name: Label)]
  /// Titles of the sources, by id.
  public let sourceTitles: [String: String]
  /// Datasets of whose sources a public edition says nothing; see `Datasets.unlisted`.
  public let unlisted: Set<String>
  public let rules: BulletinRules
  /// The words of sentences, key figures and definitions.
  public let texts: Texts
  /// The forecasts to go with it; nil for none.
  public let outlook: Outlook?
  /// How many codes of titles are right; nil where nothing is known of it.
  public let accuracy: TitleAccuracy?
  /// What must not be shown, and to whom.
  public let protection: (rules: DisclosureRules, audience: Audience)

  public init(
    period: Period, title: Label, publisher: Label, regions: [(code: String, name: Label)],
    sourceTitles: [String: String], unlisted: Set<String> = [], rules: BulletinRules, texts: Texts,
    outlook: Outlook? = nil, accuracy: TitleAccuracy? = nil,
    protection: (rules: DisclosureRules, audience: Audience)
  ) {
    self.period = period
    self.title = title
    self.publisher = publisher
    self.regions = regions
    self.sourceTitles = sourceTitles
    self.unlisted = unlisted
    self.rules = rules
    self.texts = texts
    self.outlook = outlook
    self.accuracy = accuracy
    self.protection = protection
  }
}
