using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CallRouting.Server.Tests.Database.TransactSql;

/// <summary>What the parser takes and one of the three databases refuses or understands otherwise.</summary>
internal sealed class Portable(Schema schema) : TSqlFragmentVisitor
{
    private static readonly HashSet<string> EverywhereTheSame =
    [
        "count",
        "max",
        "min",
        "sum",
        "avg",
        "coalesce",
        "lower",
        "upper",
        "abs",
        "nullif",
    ];

    private readonly HashSet<string> nullable =
    [
        .. schema
            .Tables.Values.SelectMany(columns => columns.Values)
            .GroupBy(column => column.ColumnIdentifier.Value)
            .Where(named => named.All(Schema.IsNullable))
            .Select(named => named.Key),
    ];

    public List<string> Faults { get; } = [];

    public static IReadOnlyList<string> FaultsOf(TSqlFragment statement, Schema schema)
    {
        var portable = new Portable(schema);
        statement.Accept(portable);
        return portable.Faults;
    }

    public override void Visit(FunctionCall node)
    {
        if (!EverywhereTheSame.Contains(node.FunctionName.Value.ToLowerInvariant()))
        {
            Faults.Add($"The function {node.FunctionName.Value} is not the same on every engine.");
        }
    }

    public override void Visit(TopRowFilter node) => Faults.Add("\"top\" is SQL Server's; UnitOfWork.First says it on every engine.");

    public override void Visit(QuerySpecification node)
    {
        var known = new NotNull();
        node.WhereClause?.Accept(known);
        foreach (var order in node.OrderByClause?.OrderByElements ?? [])
        {
            if (NameOf(order.Expression) is { } column && nullable.Contains(column) && !known.Columns.Contains(column))
            {
                Faults.Add($"Nothing comes first on some engines and last on others: order by coalesce({column}, …).");
            }
        }
    }

    public override void Visit(BooleanComparisonExpression node)
    {
        if (
            (IsFlag(node.FirstExpression) && node.SecondExpression is Literal)
            || (IsFlag(node.SecondExpression) && node.FirstExpression is Literal)
        )
        {
            Faults.Add("A flag is a number on some engines and a truth on others: compare it with a parameter.");
        }
    }

    private bool IsFlag(ScalarExpression expression) =>
        NameOf(expression) is { } column
        && schema.Tables.Values.Any(columns =>
            columns.GetValueOrDefault(column)?.DataType is SqlDataTypeReference { SqlDataTypeOption: SqlDataTypeOption.Bit }
        );

    private static string? NameOf(ScalarExpression expression) =>
        (expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value;

    /// <summary>The columns that a condition says are there.</summary>
    private sealed class NotNull : TSqlFragmentVisitor
    {
        public HashSet<string> Columns { get; } = [];

        // What is compared and found is not null.
        public override void Visit(BooleanComparisonExpression node)
        {
            foreach (var side in new[] { node.FirstExpression, node.SecondExpression })
            {
                if (NameOf(side) is { } column)
                {
                    Columns.Add(column);
                }
            }
        }

        public override void Visit(BooleanIsNullExpression node)
        {
            if (node.IsNot && NameOf(node.Expression) is { } column)
            {
                Columns.Add(column);
            }
        }
    }
}
