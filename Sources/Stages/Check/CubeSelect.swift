import Domain

/// One axis of the cube counted anew from the facts, as SQL made from its declaration; shares nothing else with the
/// loader.
struct CubeSelect {
  /// Columns: month, region, code, registered, ended, closed, filled; in the order of the first three. The parameter
  /// `:home` is the number of the home province (145 for 广西).
  let sql: String

  init(_ axis: CubeAxis, roles: Roles) {
    let start = roles.start ?? "NULL"
    let weight = roles.weight.map { "coalesce(\($0), 1)" } ?? "1"
    let filled = roles.filled.map { "min(coalesce(\($0), 0), \(weight))" } ?? "0"
    let region = roles.region.map { "coalesce(\($0), 0)" } ?? "0"
    let rows =
      switch axis.rows {
      case .all: ""
      case .originals: " AND is_copy = 0"
      case .copies: " AND is_copy = 1"
      }
    // Of what is broken down by nothing every province is kept, of others the home province alone.
    let isHome = axis.code == .all ? "" : " AND region / 10000 = :home"
    sql = """
      WITH fact AS (
        SELECT \(weight) AS weight, \(start) AS start, ends_on, \(roles.closed ?? "NULL") AS closed_on, \(filled) AS filled,
          \(region) AS region, \(CubeSelect.code(axis.code, start)) AS code
        FROM \(axis.dataset)
        WHERE \(start) IS NOT NULL AND ends_on IS NOT NULL\(rows)
      ),
      -- 1 a row comes, 2 its last day, 3 it is closed
      event AS (
        SELECT CASE kind WHEN 1 THEN start WHEN 2 THEN ends_on ELSE closed_on END AS day, kind, weight, filled,
          CASE WHEN region / 10000 = :home THEN region ELSE region / 10000 * 10000 END AS region,
          coalesce(code, 0) AS code
        FROM fact CROSS JOIN (SELECT 1 AS kind UNION ALL SELECT 2 UNION ALL SELECT 3)
        WHERE (kind < 3 OR closed_on IS NOT NULL)\(isHome)
      ),
      -- The month as 202607: one call a row; years times twelve follow when there are few rows left.
      cell AS (
        SELECT CAST(strftime('%Y%m', day * 86400, 'unixepoch') AS INTEGER) AS month, region, code,
          sum(CASE kind WHEN 1 THEN weight ELSE 0 END) AS registered,
          sum(CASE kind WHEN 2 THEN weight ELSE 0 END) AS ended,
          sum(CASE kind WHEN 3 THEN weight ELSE 0 END) AS closed,
          sum(CASE kind WHEN 3 THEN filled ELSE 0 END) AS filled
        FROM event
        GROUP BY 1, 2, 3
      )
      SELECT month / 100 * 12 + month % 100 - 1, region, code, registered, ended, closed, filled
      FROM cell
      ORDER BY month, region, code
      """
  }

  /// The code of a row; NULL or 0 where it has none.
  private static func code(_ code: CubeAxis.Code, _ start: String) -> String {
    switch code {
    case .all: return "0"
    case .column(let column): return column
    case .level(let title, let skill):
      return "CASE WHEN \(title) > 0 THEN 2000 + \(title) WHEN \(skill) > 0 THEN 1000 + \(skill) END"
    case .wantedAge(let low, let high):
      // The middle of the limits; open ends are 16 and 59.
      let middle = "(coalesce(\(low), 16) + coalesce(\(high), 59)) / 2"
      return "CASE WHEN \(low) IS NOT NULL OR \(high) IS NOT NULL THEN \(middle) END"
    case .ageAtStart(let birth):
      // Full years: the difference of two dates written as 20260701.
      func date(_ day: String) -> String { "strftime('%Y%m%d', \(day) * 86400, 'unixepoch')" }
      return "CASE WHEN \(birth) IS NOT NULL THEN max(1, (\(date(start)) - \(date(birth))) / 10000) END"
    }
  }
}
