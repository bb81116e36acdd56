using System.Security.Claims;

namespace CallRouting.Server.SignIn;

/// <summary>Who asks: a role, perhaps as a person, perhaps of some offices. Read from the claims that sign-in gave.</summary>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Person">Null for a role that nobody in particular has taken.</param>
/// <param name="Units">The unit numbers of an officer's or a lead's offices; empty for others, whom no office binds.</param>
public sealed record Who(string Role, Person? Person, IReadOnlyList<string> Units)
{
    private const string UnitClaim = "unit";

    /// <summary>Officers and leads: what is not about their own offices is not theirs.</summary>
    public bool IsBoundToUnits => Role is Roles.Officer or Roles.Lead;

    /// <summary>What stands in a timeline or a table for who did it: the person's name, or the role's.</summary>
    public string Name => Person?.Name ?? Role;

    public bool MayAct(string unit) => !IsBoundToUnits || Units.Contains(unit);

    public static Who Of(ClaimsPrincipal user) =>
        new(
            user.FindFirstValue(ClaimTypes.Role) ?? "",
            user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? new Person(id, user.Identity?.Name ?? id) : null,
            [.. user.FindAll(UnitClaim).Select(claim => claim.Value)]
        );

    internal IEnumerable<Claim> Claims() =>
        [
            new(ClaimTypes.Role, Role),
            new(ClaimTypes.Name, Name),
            .. Person is null ? Array.Empty<Claim>() : [new(ClaimTypes.NameIdentifier, Person.Id)],
            .. Units.Select(unit => new Claim(UnitClaim, unit)),
        ];
}

/// <param name="Id">An agent's or an officer's id in the roster.</param>
public sealed record Person(string Id, string Name);
