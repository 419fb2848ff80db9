import Testing

@testable import Stages

@Suite struct PackingTests {
  @Test(
    arguments: [
      ("*.csv", ["a.csv", "a.csv.gz", "a.csv.GZ", "a.csv.zip", "a.zip", "a.Zip"]),
      ("jobs-*.csv", ["jobs-1.csv", "jobs-1.csv.gz", "jobs-1.zip"]), ("*.zip", ["a.zip", "a.csv.zip"]),
      ("*.csv*", ["a.csv", "a.csv.gz", "a.csv.zip"]), ("*.gz", ["a.gz", "a.csv.gz"]), ("*.txt", ["a.zip", "a.txt.gz"]),
      ("a.csv", ["a.csv", "a.csv.gz", "a.zip"]), ("*", ["a.zip", "a.csv.gz", "a"]),
    ]) func meant(pattern: String, names: [String])
  {
    for name in names { #expect(Packing.matches(pattern, name), "\(name)") }
  }

  @Test(
    arguments: [
      (
        "*.csv",
        [".a.csv", ".a.csv.gz", ".a.zip", "a.gz", "a.csv.done", "a.csv.gz.done", "a.zip.done", "a.csv.bak", "a.7z"]
      ),
      ("*.csv", ["a.CSV.gz", "a.csv.gz.gz", "a.tar.gz", "a.txt.gz"]),
      ("jobs-*.csv", ["seekers-1.zip", "seekers-1.csv.gz"]),
      ("*.zip", ["a.csv", "a.zip.part"]), ("a?.csv", ["a.zip"]),
    ]) func notMeant(pattern: String, names: [String])
  {
    for name in names { #expect(!Packing.matches(pattern, name), "\(name)") }
  }
}
