import Domain
import TestSupport

/// Small code lists with a few tables of titles.
enum TitledBook {
  static let terms = """
    term,code,name,source
    营销员,4-01-02-01,营销员,list
    装卸,4-02-05-01,装卸工,list
    理货,4-02-05-02,理货工,list

    """

  static func book(_ terms: String = terms) throws -> CodeBook {
    let tables = try TitleTables(
      occupations: TestBook.book.list("occupations"), regions: TestBook.book.list("regions")
    ) { name in
      switch name {
      case "job-titles.csv": (name, Array(terms.utf8))
      case "job-title-noise.csv": (name, Array("word,kind\n急聘,无关\n".utf8))
      default: nil
      }
    }
    return CodeBook(TestBook.book.lists, titles: TitleCoder(tables))
  }
}
