import Foundation

/// A bureau with the register of its permits, a few openings in each month and two published editions, in a folder of its
/// own.
struct SmallBureau {
  let copy: BureauCopy
  static let pipeline = "Pipelines/small.yaml"
  static let edition = "Reports/bulletin/2026Q3"

  /// To be copied by those who change it.
  static let shared = Result { try SmallBureau() }

  private init() throws {
    copy = try SmallBureau.folder(inputs: ["permits"], hasInternal: true)
    let result = try copy.run("run", SmallBureau.pipeline)
    guard result.status == 0 else { throw PublishedMarket.Refused(message: result.errors) }
  }

  /// The folder before anything has been run.
  ///
  /// - Parameters:
  ///   - inputs: sources whose exports lie in folders of their names.
  ///   - hasInternal: whether there is to be an edition for the bureau.
  static func folder(inputs: [String], hasInternal: Bool) throws -> BureauCopy {
    let copy = try BureauCopy("Pipelines")
    try copy.addPermits()
    try copy.scratch.write(
      "source: p\ntitle: 平台\ncontract: postings\nconstants: {platform: p}\n", "Pipelines/sources/p.yaml")
    try copy.scratch.write(openings, "openings/p.csv")
    try copy.scratch.write(yaml(inputs, hasInternal), pipeline)
    return copy
  }

  /// Five openings in each month of three years: a bulletin needs some.
  private static let openings: String = {
    let months = (2024...2026).flatMap { year in (1...(year == 2026 ? 9 : 12)).map { (year, $0) } }
    let rows = months.flatMap { year, month in
      (0..<5).map { "\(year)\(month)-\($0),单位\($0),电工,2,\(year)-\(month < 10 ? "0" : "")\(month)-05\n" }
    }
    return "招聘编号,用人单位,招聘岗位,招聘人数,发布时间\n" + rows.joined()
  }()

  /// A pipeline beside the shipped ones.
  private static func yaml(_ inputs: [String], _ hasInternal: Bool) -> String {
    """
    pipeline: small
    title: {zh: 公报, en: Bulletin}
    publisher: {zh: 防城港市人力资源和社会保障局, en: Bureau}
    home_region: "450600"
    warehouse: ../work/warehouse.sqlite
    work: ../work
    inputs:
    - {source: sources/p.yaml, files: ../openings/*.csv}
    \(inputs.map { "- {source: sources/\($0).yaml, files: ../\($0)/*.csv}" }.joined(separator: "\n"))
    period: 2026Q3
    regions:
    - {code: "450600", en: Fangchenggang}
    - {code: "450602", en: Gangkou}
    - {code: "450603", en: Fangcheng}
    - {code: "450621", en: Shangsi}
    - {code: "450681", en: Dongxing}
    rules: rules
    forecast: false
    codelists: codelists
    templates: templates
    publish: ../Reports/bulletin
    \(hasInternal ? "internal: ../internal" : "")
    """
  }
}
