using CallRouting.Server.Database;

namespace CallRouting.Server.SignIn;

/// <summary>Whom the demo's roles can be taken as: the agents, the officers and the leads of the roster.</summary>
public sealed class PersonStore
{
    private const string Agents = "select id, name, null as unit_number from agents ";

    private const string Officers = "select id, name, unit_number from officers ";

    public Task<IReadOnlyList<PersonRow>> OfRole(string role, UnitOfWork unit) =>
        role switch
        {
            Roles.Agent => unit.Query<PersonRow>(Agents + "order by position"),
            Roles.Officer => unit.Query<PersonRow>(Officers + "order by unit_number, position"),
            Roles.Lead => unit.Query<PersonRow>(Officers + "where is_lead = @yes order by unit_number, position", new { yes = true }),
            _ => Task.FromResult<IReadOnlyList<PersonRow>>([]),
        };

    public Task<PersonRow?> Find(string role, string id, UnitOfWork unit) =>
        role switch
        {
            Roles.Agent => unit.Find<PersonRow>(Agents + "where id = @id", new { id }),
            Roles.Officer => unit.Find<PersonRow>(Officers + "where id = @id", new { id }),
            Roles.Lead => unit.Find<PersonRow>(Officers + "where id = @id and is_lead = @yes", new { id, yes = true }),
            _ => Task.FromResult<PersonRow?>(null),
        };
}

public sealed class PersonRow
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? UnitNumber { get; set; }
}
