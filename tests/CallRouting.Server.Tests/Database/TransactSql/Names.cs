using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CallRouting.Server.Tests.Database.TransactSql;

/// <summary>Finds each table and column of a statement in our schema, from the innermost query outwards, as the server does.</summary>
internal sealed class Names(Schema schema) : TSqlFragmentVisitor
{
    private readonly Stack<Scope> scopes = new();

    public List<string> Faults { get; } = [];

    /// <summary>What is wrong with a statement; nothing when every name is one of ours.</summary>
    public static IReadOnlyList<string> FaultsOf(TSqlFragment statement, Schema schema)
    {
        var names = new Names(schema);
        statement.Accept(names);
        return names.Faults;
    }

    public override void ExplicitVisit(QuerySpecification node)
    {
        scopes.Push(new Scope());
        node.FromClause?.Accept(this);
        foreach (var column in node.SelectElements.OfType<SelectScalarExpression>())
        {
            if (column.ColumnName?.Value is { } alias)
            {
                scopes.Peek().Aliases.Add(alias);
            }
        }
        foreach (var part in node.SelectElements)
        {
            part.Accept(this);
        }
        node.WhereClause?.Accept(this);
        node.GroupByClause?.Accept(this);
        node.HavingClause?.Accept(this);
        node.OrderByClause?.Accept(this);
        node.OffsetClause?.Accept(this);
        scopes.Pop();
    }

    public override void ExplicitVisit(InsertSpecification node)
    {
        scopes.Push(new Scope());
        node.Target.Accept(this);
        foreach (var column in node.Columns)
        {
            column.Accept(this);
        }
        scopes.Pop();
        node.InsertSource.Accept(this);
    }

    public override void ExplicitVisit(UpdateSpecification node) => Within(node.Target, node.FromClause, node.SetClauses, node.WhereClause);

    public override void ExplicitVisit(DeleteSpecification node) => Within(node.Target, node.FromClause, [], node.WhereClause);

    public override void ExplicitVisit(NamedTableReference node)
    {
        var name = Schema.NameOf(node.SchemaObject);
        var columns = schema.Tables.GetValueOrDefault(name)?.Keys;
        // The server's own tables are not ours to know.
        var isOurs = node.SchemaObject.SchemaIdentifier is null;
        if (isOurs && columns is null)
        {
            Faults.Add($"There is no table \"{name}\".");
        }
        scopes.Peek().Tables[node.Alias?.Value ?? name] = isOurs ? columns : null;
    }

    public override void ExplicitVisit(QueryDerivedTable node)
    {
        base.ExplicitVisit(node);
        scopes.Peek().Tables[node.Alias.Value] = null;
    }

    public override void ExplicitVisit(ColumnReferenceExpression node)
    {
        var parts = node.MultiPartIdentifier?.Identifiers.Select(part => part.Value).ToList() ?? [];
        if (parts is [var column] && !scopes.Any(scope => scope.Knows(column)))
        {
            Faults.Add($"No table here has a column \"{column}\".");
        }
        if (parts is [var table, var ofTable] && !scopes.Any(scope => scope.Knows(table, ofTable)))
        {
            Faults.Add($"\"{table}\" has no column \"{ofTable}\".");
        }
    }

    private void Within(TableReference target, FromClause? from, IEnumerable<TSqlFragment> sets, WhereClause? where)
    {
        scopes.Push(new Scope());
        target.Accept(this);
        from?.Accept(this);
        foreach (var set in sets)
        {
            set.Accept(this);
        }
        where?.Accept(this);
        scopes.Pop();
    }

    private sealed class Scope
    {
        /// <summary>By alias; null where the columns are not known.</summary>
        public Dictionary<string, IReadOnlyCollection<string>?> Tables { get; } = [];

        public HashSet<string> Aliases { get; } = [];

        public bool Knows(string column) =>
            Aliases.Contains(column) || Tables.Values.Any(columns => columns is null || columns.Contains(column));

        public bool Knows(string table, string column) =>
            Tables.TryGetValue(table, out var columns) && (columns is null || columns.Contains(column));
    }
}
