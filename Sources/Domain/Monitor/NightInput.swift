/// What a night run knows of one of its inputs.
public struct NightInput: Sendable {
  /// Id of the source.
  public let source: String
  public let title: String
  /// Where its files come from, as a person is told.
  public let files: String
  /// Nil where nothing is expected at a given time.
  public let rhythm: DeliverySchedule?

  public init(source: String, title: String, files: String, rhythm: DeliverySchedule?) {
    self.source = source
    self.title = title
    self.files = files
    self.rhythm = rhythm
  }
}
