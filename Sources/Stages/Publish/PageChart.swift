import Documents
import Domain

/// A chart on a page of a region. The edition has it as a file too, for reports and slides.
struct PageChart {
  private static let folder = "charts"

  let chart: any Chart
  /// `trend`: with the code of the region the name of the file.
  let name: String
  let caption: String
  let region: RegionReport
  let texts: Texts
  let language: Language

  /// `charts/450600-trend.svg`
  var path: String { "\(PageChart.folder)/\(region.code)-\(name).svg" }
  /// With the place, which the page says elsewhere.
  var title: String {
    texts.text(TextKey.chartFile, language, ["region": language.text(region.name), "chart": caption])
  }

  /// What the template `charts` gets.
  var context: [String: Any] { ["caption": caption, "svg": chart.svg(id: id), "file": path] }

  /// - Parameter period: name of that of the edition.
  func file(_ period: String) -> (path: String, bytes: [UInt8]) {
    (path, chart.file(id: id, title: "\(title) \(period)"))
  }

  private var id: String { "chart-\(name)" }
}
