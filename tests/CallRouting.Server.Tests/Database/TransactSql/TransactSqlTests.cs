using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using CallRouting.Server.Database;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CallRouting.Server.Tests.Database.TransactSql;

/// <summary>
/// SQL Server is not tried here. Its own parser reads every statement and every migration, and every name is looked up in the
/// schema that the migrations make: what it would refuse for its wording is found, what it would do with it is not.
/// </summary>
public sealed class TransactSqlTests
{
    private const int WidestClusteredKey = 900;
    private const int WidestIndexKey = 1700;

    private static readonly SqlServerEngine Engine = new("Server=nowhere");

    private static IEnumerable<string> Statements => OurSql.Statements;

    private static IEnumerable<string> Migrations => Schema.Migrations;

    // An ordered statement may be put to UnitOfWork.First, which adds how many rows.
    private static IEnumerable<string> Ordered =>
        Statements.Where(sql => sql.Contains("order by", StringComparison.Ordinal)).Select(Engine.First);

    private static IEnumerable<string> OfTheEngine => [Engine.CountTables, Engine.Complaints!, Engine.OneWriter!];

    [TestCaseSource(nameof(Statements))]
    [TestCaseSource(nameof(Ordered))]
    [TestCaseSource(nameof(OfTheEngine))]
    public void A_statement_is_taken_and_names_what_there_is(string sql) =>
        Assert.That(Names.FaultsOf(Parsed.Read(sql), Schema.Ours), Is.Empty);

    [TestCaseSource(nameof(Statements))]
    public void A_statement_means_the_same_on_every_engine(string sql) =>
        Assert.That(Portable.FaultsOf(Parsed.Read(sql), Schema.Ours), Is.Empty);

    [TestCaseSource(nameof(Migrations))]
    public void A_migration_is_taken(string sql) => Assert.That(Parsed.Read(sql), Is.InstanceOf<TSqlScript>());

    [Test]
    public void All_statements_are_found() =>
        // Fewer would mean that the table of strings is no longer read; a store more, that this number may rise.
        Assert.That(OurSql.Statements, Has.Count.GreaterThan(120));

    [Test]
    public void No_statement_can_be_put_together_while_we_run()
    {
        var sql = typeof(UnitOfWork)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.ParameterType == typeof(string));
        Assert.That(sql.Select(parameter => parameter.GetCustomAttribute<ConstantExpectedAttribute>()), Is.Not.Empty.And.All.Not.Null);
    }

    [Test]
    public void Every_key_is_narrow_enough_and_of_columns_that_can_be_in_one()
    {
        foreach (var (table, unique, columns) in Schema.Ours.Indexes)
        {
            var widths = columns.Select(column => Width(Schema.Ours.Tables[table][column])).ToList();
            Assert.That(
                widths.Sum(),
                Is.LessThanOrEqualTo(unique ? WidestClusteredKey : WidestIndexKey),
                $"{table} ({string.Join(", ", columns)})"
            );
        }
    }

    [Test]
    public void A_unique_key_has_no_column_that_may_be_null()
    {
        // SQL Server takes one null for equal to another, and the others do not.
        var nullable = Schema.Ours.Indexes.Where(index =>
            index.Unique && index.Columns.Any(column => Schema.IsNullable(Schema.Ours.Tables[index.Table][column]))
        );
        Assert.That(nullable, Is.Empty);
    }

    [TestCase("select id from calls limit @count", "limit")]
    [TestCase("select id || sid from calls", "|")]
    [TestCase("select id from (select id from calls order by id) c", "ORDER BY")]
    public void The_parser_refuses_what_sql_server_does_not_know(string sql, string near) =>
        Assert.That(() => Parsed.Read(sql), Throws.InstanceOf<FormatException>().With.Message.Contains(near));

    [TestCase("select id from cals", "There is no table \"cals\".")]
    [TestCase("select idd from calls", "No table here has a column \"idd\".")]
    [TestCase("select c.number from calls c", "\"c\" has no column \"number\".")]
    [TestCase("insert into calls (id, sidd) values (@id, @sid)", "No table here has a column \"sidd\".")]
    [TestCase("update calls set statee = @state where id = @id", "No table here has a column \"statee\".")]
    [TestCase("delete from legs where not exists (select 1 from calls where calls.id = legs.cal_id)", "\"legs\" has no column \"cal_id\".")]
    public void A_name_that_there_is_not_is_found(string sql, string fault) =>
        Assert.That(Names.FaultsOf(Parsed.Read(sql), Schema.Ours), Is.EqualTo(new[] { fault }));

    [TestCase("select substring(sid, 1, 2) from calls", "The function substring")]
    [TestCase("select id from calls where away = 1", "A flag is a number")]
    [TestCase("select id from calls order by waiting_since", "Nothing comes first")]
    [TestCase("select top 1 id from calls", "\"top\"")]
    [TestCase("select id from calls where ended_at is not null order by waiting_since", "Nothing comes first")]
    public void What_differs_between_engines_is_found(string sql, string fault) =>
        Assert.That(Portable.FaultsOf(Parsed.Read(sql), Schema.Ours).Single(), Does.Contain(fault));

    private static int Width(ColumnDefinition column) =>
        column.DataType switch
        {
            SqlDataTypeReference { SqlDataTypeOption: SqlDataTypeOption.BigInt } => 8,
            SqlDataTypeReference { SqlDataTypeOption: SqlDataTypeOption.Bit } => 1,
            SqlDataTypeReference { SqlDataTypeOption: SqlDataTypeOption.NVarChar, Parameters: [IntegerLiteral length] } => 2
                * int.Parse(length.Value),
            var other => throw new InvalidOperationException($"{column.ColumnIdentifier.Value} cannot be in a key: {other}"),
        };
}
