/// A file that goes with the tables of an edition and is none of them: its data package names it, and does not read it.
protocol EditionCompanion {
  /// Within the data package: lower case.
  var name: String { get }
  var path: String { get }
  var title: String { get }
  /// `xlsx`
  var format: String { get }
  var mediatype: String { get }
  var bytes: [UInt8] { get }
}
