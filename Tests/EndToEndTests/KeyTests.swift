import Foundation
import Testing

/// `talentflow key`: pseudonyms of one key only, and signatures.
@Suite struct KeyTests {
  private static let id = PlantedLeaks.id
  private static let noVariable = ["TALENTFLOW_KEY": ""]

  private func run(_ pipeline: TestPipeline, _ command: String..., options: [String] = []) throws -> Program.Result {
    try Program.talentflow.run(command + options, environment: KeyTests.noVariable)
  }

  /// Postings and one seeker.
  private func pipeline() throws -> TestPipeline {
    var pipeline = try RerunTests.small()
    try pipeline.scratch.write(
      "source: s\ntitle: s\ncontract: seekers\nhome_region: \"450600\"\nconstants: {office: s}\n", "s.yaml")
    try pipeline.scratch.write("求职编号,证件号码,登记日期\nq1,\(KeyTests.id),2026-07-01\n", "seekers/a.csv")
    pipeline.inputs.append((pipeline.scratch.file("s.yaml"), pipeline.scratch.file("seekers/*.csv")))
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    return pipeline
  }

  private func mode(_ pipeline: TestPipeline, _ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: pipeline.scratch.file(name))[.posixPermissions] as? Int
  }

  private func keys(_ pipeline: TestPipeline) -> [String] {
    pipeline.scratch.files("work").filter { $0.hasPrefix("pseudonym") }
  }

  @Test func aNewKeyIsNotOverwritten() throws {
    let pipeline = try pipeline()
    let result = try run(pipeline, "key", "new", "--pipeline", pipeline.path)
    #expect(result.status == 0 && result.output.contains("0600"), "\(result.errors)")
    #expect(try mode(pipeline, "work/pseudonym.key") == 0o600)
    let key = try pipeline.scratch.text("work/pseudonym.key")
    #expect(try run(pipeline, "key", "new", "--pipeline", pipeline.path).status == 73)
    #expect(try run(pipeline, "run", pipeline.path).status == 0)
    #expect(try pipeline.scratch.text("work/pseudonym.key") == key)
    try FileManager.default.removeItem(atPath: pipeline.scratch.file("work/pseudonym.key"))
    let lost = try run(pipeline, "key", "new", "--pipeline", pipeline.path)
    #expect(lost.status == 78 && lost.errors.contains("[TF610]"))
    #expect(
      try Program.talentflow.run(["key", "new", "--pipeline", pipeline.path]).errors.contains("[TF752]"))
  }

  @Test func rotatingAsksForTheSourcesWithPseudonyms() throws {
    let pipeline = try pipeline()
    #expect(try run(pipeline, "key", "rotate", "--pipeline", pipeline.path).status == 66)
    #expect(try run(pipeline, "run", pipeline.path).status == 0)
    let (old, before) = (
      try pipeline.scratch.text("work/pseudonym.key"), try pipeline.query("SELECT person FROM seekers")
    )
    let result = try run(pipeline, "key", "rotate", "--pipeline", pipeline.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("\ntalentflow run \(pipeline.path) --again s\n"), "\(result.output)")
    let kept = try #require(keys(pipeline).first { $0 != "pseudonym.key" })
    #expect(try pipeline.scratch.text("work/\(kept)") == old && mode(pipeline, "work/\(kept)") == 0o600)
    #expect(try pipeline.scratch.text("work/pseudonym.key") != old && mode(pipeline, "work/pseudonym.key") == 0o600)

    let refused = try run(pipeline, "run", pipeline.path)
    #expect(refused.status == 78 && refused.errors.contains("--again s") && refused.errors.contains("[TF753]"))
    #expect(try run(pipeline, "run", pipeline.path, options: ["--again", "p"]).status == 78)
    #expect(try run(pipeline, "run", pipeline.path, options: ["--again", "s"]).status == 0)
    let after = try pipeline.query("SELECT person FROM seekers")
    #expect(after.count == 1 && after != before)
    #expect(try run(pipeline, "run", pipeline.path).status == 0)
    #expect(try Program.talentflow.run(["check", pipeline.path]).status == 0)
    // The old key does not fit any more.
    try pipeline.scratch.write(old, "work/pseudonym.key")
    #expect(try run(pipeline, "run", pipeline.path).errors.contains("[TF618]"))
  }

  @Test func withoutTheExportsNothingIsChanged() throws {
    let pipeline = try pipeline()
    #expect(try run(pipeline, "run", pipeline.path).status == 0)
    try FileManager.default.moveItem(
      atPath: pipeline.scratch.file("seekers/a.csv"), toPath: pipeline.scratch.file("a.csv"))
    let key = try pipeline.scratch.text("work/pseudonym.key")
    let result = try run(pipeline, "key", "rotate", "--pipeline", pipeline.path)
    #expect(result.status == 65 && result.errors.contains("a.csv") && result.errors.contains("[TF614]"))
    #expect(try keys(pipeline) == ["pseudonym.key"] && pipeline.scratch.text("work/pseudonym.key") == key)
  }

  /// Death between the warehouse and the files.
  @Test func anInterruptedRotationIsFinished() throws {
    let pipeline = try pipeline()
    #expect(try run(pipeline, "run", pipeline.path).status == 0)
    let old = try pipeline.scratch.text("work/pseudonym.key")
    #expect(try run(pipeline, "key", "rotate", "--pipeline", pipeline.path).status == 0)
    let kept = try #require(keys(pipeline).first { $0 != "pseudonym.key" })
    let new = try pipeline.scratch.text("work/pseudonym.key")
    let files = FileManager.default
    try files.moveItem(
      atPath: pipeline.scratch.file("work/pseudonym.key"), toPath: pipeline.scratch.file("work/pseudonym.key.new"))
    try files.moveItem(
      atPath: pipeline.scratch.file("work/\(kept)"), toPath: pipeline.scratch.file("work/pseudonym.key"))
    #expect(try run(pipeline, "run", pipeline.path, options: ["--again", "s"]).status == 0)
    #expect(try pipeline.scratch.text("work/pseudonym.key") == new && pipeline.scratch.text("work/\(kept)") == old)
    // And death before the warehouse knew.
    try pipeline.scratch.write(String(repeating: "0", count: 64), "work/pseudonym.key.new")
    #expect(try run(pipeline, "run", pipeline.path).status == 0)
    #expect(try pipeline.scratch.text("work/pseudonym.key") == new && keys(pipeline).count == 2)
  }

  @Test func signedEditions() throws {
    let pipeline = try pipeline()
    let folder = pipeline.scratch.file("keys")
    let made = try run(pipeline, "key", "signing", "--into", folder)
    #expect(made.status == 0 && made.output.contains("signing.pub"), "\(made.errors)")
    #expect(try mode(pipeline, "keys/signing.key") == 0o600)
    #expect(try run(pipeline, "key", "signing", "--into", folder).status == 73)
    let edition = pipeline.scratch.file("Reports/bulletin/2026Q3")
    #expect(try run(pipeline, "run", pipeline.path, options: ["--sign", "\(folder)/signing.key"]).status == 0)
    func verify(_ path: String, _ options: String...) throws -> Program.Result {
      try run(pipeline, "verify", path, options: options)
    }
    let valid = try verify(edition, "--public-key", "\(folder)/signing.pub")
    #expect(valid.status == 0 && valid.output.contains("签名有效"), "\(valid.errors)")
    #expect(!valid.errors.contains("没有补签"))
    #expect(try verify("\(edition)/bulletin-2026Q3.zip", "--public-key", "\(folder)/signing.pub").status == 0)
    #expect(try verify(edition).output.contains("没有核对"))
    let provenance = try pipeline.scratch.text("Reports/bulletin/2026Q3/edition.json")
    #expect(provenance.contains("\"a.csv\"") && provenance.contains("regions.csv"))
    // Of paths only the folders of the words, of the tables of titles and of the lists, within those of the templates, code
    // lists and rules.
    #expect(!["\"texts/", "\"titles/", "\"lists/"].reduce(provenance) { $0.replacing($1, with: "\"") }.contains("/"))
    // Somebody changes a table and mends the checksums.
    try pipeline.scratch.write(provenance.replacing("a.csv", with: "z.csv"), "Reports/bulletin/2026Q3/edition.json")
    let changed = try verify(edition, "--public-key", "\(folder)/signing.pub")
    #expect(changed.status == 65 && changed.errors.contains("内容被改动: edition.json"))
    #expect(try verify(edition, "--public-key", "\(folder)/signing.key").status == 65)
    #expect(try verify(edition, "--public-key", "/nowhere").status == 66)
    #expect(try run(pipeline, "run", pipeline.path, options: ["--sign", "\(folder)/signing.pub"]).status == 78)
  }
}
