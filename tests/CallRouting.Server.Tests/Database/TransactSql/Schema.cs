using CallRouting.Server.Database;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CallRouting.Server.Tests.Database.TransactSql;

/// <summary>Our tables as the migrations make them, spelled for SQL Server.</summary>
internal sealed class Schema : TSqlFragmentVisitor
{
    private static readonly SqlServerEngine Engine = new("Server=nowhere");

    private Schema()
    {
        foreach (var statement in Migrations)
        {
            Parsed.Read(statement).Accept(this);
        }
    }

    public static Schema Ours { get; } = new();

    /// <summary>Every statement of every migration, and the one that makes their own table.</summary>
    public static IEnumerable<string> Migrations =>
        OurSql
            .Statements.Where(sql => sql.StartsWith("create table", StringComparison.Ordinal))
            .Concat(CallRouting.Server.Database.Migrations.All.SelectMany(migration => migration.Statements(Engine)));

    /// <summary>Each table's columns by name.</summary>
    public Dictionary<string, Dictionary<string, ColumnDefinition>> Tables { get; } = [];

    public List<(string Table, bool Unique, IReadOnlyList<string> Columns)> Indexes { get; } = [];

    public override void Visit(CreateTableStatement node)
    {
        var table = Tables[NameOf(node.SchemaObjectName)] = [];
        Add(table, node.Definition.ColumnDefinitions);
        Indexes.AddRange(
            node.Definition.ColumnDefinitions.Where(column => column.Constraints.OfType<UniqueConstraintDefinition>().Any())
                .Select(column => (NameOf(node.SchemaObjectName), true, (IReadOnlyList<string>)[column.ColumnIdentifier.Value]))
        );
        Indexes.AddRange(
            node.Definition.TableConstraints.OfType<UniqueConstraintDefinition>()
                .Select(key => (NameOf(node.SchemaObjectName), true, NamesOf(key.Columns)))
        );
    }

    public override void Visit(AlterTableAddTableElementStatement node) =>
        Add(Tables[NameOf(node.SchemaObjectName)], node.Definition.ColumnDefinitions);

    public override void Visit(CreateIndexStatement node) => Indexes.Add((NameOf(node.OnName), node.Unique, NamesOf(node.Columns)));

    public static string NameOf(SchemaObjectName name) => name.BaseIdentifier.Value;

    public static bool IsNullable(ColumnDefinition column) =>
        !column.Constraints.Any(constraint =>
            constraint is NullableConstraintDefinition { Nullable: false } or UniqueConstraintDefinition { IsPrimaryKey: true }
        );

    private static void Add(Dictionary<string, ColumnDefinition> table, IEnumerable<ColumnDefinition> columns)
    {
        foreach (var column in columns)
        {
            table.Add(column.ColumnIdentifier.Value, column);
        }
    }

    private static IReadOnlyList<string> NamesOf(IEnumerable<ColumnWithSortOrder> columns) =>
        [.. columns.Select(column => column.Column.MultiPartIdentifier.Identifiers[^1].Value)];
}
