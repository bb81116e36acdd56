using System.Security.Claims;
using CallRouting.Server.Database;
using CallRouting.Server.Demo;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.SignIn;

public static class SignInEndpoints
{
    /// <summary>Whom the demo can be visited as, with the tokens. Outside the demo this door does not exist.</summary>
    public static void MapDemoSignIn(this RouteGroupBuilder api, bool isDemo)
    {
        if (isDemo)
        {
            api.MapGet("/sign-in", Choices);
        }
    }

    public static void MapMe(this RouteGroupBuilder api)
    {
        api.MapGet("/me", Me);
        api.MapGet("/clock", Clock);
    }

    private static Ok<MeAnswer> Me(ClaimsPrincipal user)
    {
        var who = Who.Of(user);
        return TypedResults.Ok(new MeAnswer(who.Role, who.Person, who.Units));
    }

    /// <summary>What time it is here: the demo's clock begins on a working day, and may run faster than the wall's.</summary>
    private static Ok<ClockAnswer> Clock(TimeProvider clock) =>
        TypedResults.Ok(new ClockAnswer(clock.GetUtcNow(), clock is DemoClock demo ? demo.Speed : 1));

    private static async Task<Ok<SignInAnswer>> Choices(
        PersonStore people,
        Reads reads,
        IOptionsMonitor<DemoTokenOptions> options,
        CancellationToken cancel
    )
    {
        var tokens = options.Get(DemoTokens.SchemeName).DemoTokens;
        var roles = new List<RoleChoice>();
        foreach (var role in Roles.All.Where(tokens.ContainsKey))
        {
            var rows = await reads.Ask(unit => people.OfRole(role, unit), cancel);
            roles.Add(new RoleChoice(role, tokens[role], [.. rows.Select(row => PersonChoice.Of(row, tokens[role]))]));
        }
        return TypedResults.Ok(new SignInAnswer(roles));
    }
}

public sealed record SignInAnswer(IReadOnlyList<RoleChoice> Roles);

/// <param name="Token">The role as nobody in particular.</param>
/// <param name="People">Whom the role can be taken as; empty where a role needs nobody.</param>
public sealed record RoleChoice(string Role, string Token, IReadOnlyList<PersonChoice> People);

/// <param name="Unit">The office of an officer or a lead.</param>
public sealed record PersonChoice(string Id, string Name, string? Unit, string Token)
{
    public static PersonChoice Of(PersonRow row, string token) => new(row.Id, row.Name, row.UnitNumber, $"{token}:{row.Id}");
}

public sealed record MeAnswer(string Role, Person? Person, IReadOnlyList<string> Units);

/// <param name="Speed">Seconds here in a second of the wall's.</param>
public sealed record ClockAnswer(DateTimeOffset Now, double Speed);
