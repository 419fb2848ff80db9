/// What the versions in the warehouse say of the files that brought them.
struct VersionTally {
  struct Count: Equatable {
    /// Versions of the file, current and superseded.
    var versions = 0
    /// Those that were new or followed a version of another file, as the rules of loading say.
    var accepted = 0
  }

  private(set) var files: [Int: Count] = [:]

  mutating func add(file: Int, isAccepted: Bool) {
    files[file, default: Count()].versions += 1
    if isAccepted { files[file]?.accepted += 1 }
  }
}
