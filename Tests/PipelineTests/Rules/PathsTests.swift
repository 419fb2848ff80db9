import Testing

@testable import Pipeline

@Suite struct PathsTests {
  @Test(arguments: [
    ("/a/b", "c", "/a/b/c"), ("/a/b", "../c", "/a/c"), ("/a/b", "../../c/./d", "/c/d"), ("/a/b", "/c", "/c"),
    ("a/b", "../c", "a/c"),
    ("a", "../../c", "../c"), ("", "c", "c"), ("", "../c", "../c"), ("..", "../c", "../../c"), ("/a", ".", "/a"),
    ("/a", "b//c/", "/a/b/c"),
  ])
  func joins(folder: String, text: String, path: String) {
    #expect(Paths.join(folder, text) == path)
  }

  @Test(arguments: [("/a/b.yaml", "/a"), ("b.yaml", ""), ("a/b.yaml", "a")]) func folder(path: String, folder: String) {
    #expect(Paths.folder(of: path) == folder)
  }
}
