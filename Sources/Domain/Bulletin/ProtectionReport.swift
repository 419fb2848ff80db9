/// What disclosure control hid in an edition.
public struct ProtectionReport: Sendable, Equatable {
  public let audience: Audience
  /// Counts hidden for what they tell themselves.
  public let sensitive: Int
  /// Counts hidden since others would follow from them.
  public let others: Int
  /// Sensitive counts that nothing protects any more, since an earlier edition showed too much.
  public let exposed: [ExposedCount]
  /// Every count of the periods that the edition speaks of, in no order.
  public let decided: [DecidedCount]
  /// What readers keep of each period of the market that the edition speaks of.
  public let vintages: [DisclosedVintage]
  /// What proves it, for each year that was looked at.
  public let proofs: [DisclosedProofs]

  public init(
    audience: Audience, sensitive: Int, others: Int, exposed: [ExposedCount], decided: [DecidedCount],
    vintages: [DisclosedVintage] = [], proofs: [DisclosedProofs] = []
  ) {
    self.proofs = proofs
    self.vintages = vintages
    self.audience = audience
    self.sensitive = sensitive
    self.others = others
    self.exposed = exposed
    self.decided = decided
  }
}
