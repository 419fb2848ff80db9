/// A name in the two languages of a bulletin.
public struct Label: Hashable, Sendable {
  public let zh: String
  public let en: String
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }
}
