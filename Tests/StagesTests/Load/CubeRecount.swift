/// Counts the cube anew from the facts, in SQL that shares nothing with the loader.
enum CubeRecount {
  /// Rows of the recount that the stored cube lacks, and the other way round.
  static let differences = """
    WITH \(recount)
    SELECT 1, * FROM (SELECT * FROM recount EXCEPT SELECT * FROM cube)
    UNION ALL SELECT 2, * FROM (SELECT * FROM cube EXCEPT SELECT * FROM recount)
    """

  private static let recount = """
    fact AS (
      SELECT 1 AS dataset, openings AS weight, posted_on AS start, ends_on, closed_on,
        min(coalesce(filled, 0), openings) AS filled, is_copy, region, unit, industry, ownership, occupation, 0 AS category, sex,
        CASE WHEN age_low IS NULL AND age_high IS NULL THEN 0 ELSE (coalesce(age_low, 16) + coalesce(age_high, 59)) / 2 END
          AS age, education, \(level) AS level
      FROM postings
      UNION ALL
      SELECT 2, 1, registered_on, ends_on, closed_on, 0, 0, region, unit, NULL, NULL, intended_occupation, category, sex,
        CASE WHEN birth IS NULL THEN 0
          ELSE max(1, strftime('%Y', \(date("registered_on"))) - strftime('%Y', \(date("birth")))
            - (strftime('%m%d', \(date("registered_on"))) < strftime('%m%d', \(date("birth"))))) END,
        education, \(level)
      FROM seekers),
    event AS (
      SELECT *, \(month("start")) AS month, weight AS a, 0 AS b, 0 AS c, 0 AS d FROM fact
      UNION ALL SELECT *, \(month("ends_on")), 0, weight, 0, 0 FROM fact
      UNION ALL SELECT *, \(month("closed_on")), 0, 0, weight, filled FROM fact WHERE closed_on IS NOT NULL),
    split AS (
      \(dimension(0, "0", "is_copy = 0")) UNION ALL \(dimension(1, "unit", "is_copy = 0"))
      UNION ALL \(dimension(2, "industry", "is_copy = 0 AND dataset = 1"))
      UNION ALL \(dimension(3, "ownership", "is_copy = 0 AND dataset = 1"))
      UNION ALL \(dimension(4, "occupation", "is_copy = 0"))
      UNION ALL \(dimension(5, "category", "is_copy = 0 AND dataset = 2"))
      UNION ALL \(dimension(6, "sex", "is_copy = 0")) UNION ALL \(dimension(7, "age", "is_copy = 0"))
      UNION ALL \(dimension(8, "education", "is_copy = 0")) UNION ALL \(dimension(9, "level", "is_copy = 0"))
      UNION ALL \(dimension(0, "0", "is_copy = 1"))),
    recount AS (
      SELECT dataset, dimension, month, region, code, sum(a), sum(b), sum(c), sum(d) FROM split
      GROUP BY dataset, dimension, month, region, code)
    """

  private static let level = """
    CASE WHEN coalesce(title_level, 0) > 0 THEN 2000 + title_level WHEN coalesce(skill_level, 0) > 0 THEN 1000 + skill_level
    ELSE 0 END
    """

  private static func date(_ column: String) -> String { "\(column) * 86400, 'unixepoch'" }

  private static func month(_ column: String) -> String {
    "strftime('%Y', \(date(column))) * 12 + strftime('%m', \(date(column))) - 1"
  }

  private static func dimension(_ number: Int, _ code: String, _ condition: String) -> String {
    """
    SELECT CASE is_copy WHEN 1 THEN 11 ELSE dataset END AS dataset, \(number) AS dimension, month,
      CASE WHEN coalesce(region, 0) / 10000 = 145 THEN region ELSE coalesce(region, 0) / 10000 * 10000 END AS region,
      coalesce(\(code), 0) AS code, a, b, c, d FROM event
    WHERE \(condition) AND (\(number) = 0 OR coalesce(region, 0) / 10000 = 145)
    """
  }
}
