using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using CallRouting.Server.Database;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.SignIn;

/// <summary>Section "SignIn" of the configuration. Only Mode=Demo has it.</summary>
public sealed class DemoTokenOptions : AuthenticationSchemeOptions
{
    /// <summary>From a role to its one bearer token.</summary>
    public IDictionary<string, string> DemoTokens { get; } = new Dictionary<string, string>();
}

/// <summary>
/// Until employees sign in, and in the demo only: one fixed bearer token per role. With a colon and the id of somebody in the
/// roster, the role is taken as that person: demo-agent:agent-1.
/// </summary>
public sealed class DemoTokens(
    PersonStore people,
    Reads reads,
    IOptionsMonitor<DemoTokenOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder
) : AuthenticationHandler<DemoTokenOptions>(options, logs, encoder)
{
    public const string SchemeName = "DemoTokens";

    private const string Bearer = "Bearer ";
    private const char BeforePerson = ':';

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }
        var given = header[Bearer.Length..];
        var (role, token) = Options.DemoTokens.FirstOrDefault(token => Begins(given, token.Value));
        if (role is null)
        {
            return AuthenticateResult.Fail("No role has this token.");
        }
        if (given.Length == token.Length)
        {
            return Ticket(new Who(role, null, []));
        }
        var id = given[(token.Length + 1)..];
        return await reads.Ask(unit => people.Find(role, id, unit), Context.RequestAborted) is { } person
            ? Ticket(new Who(role, new Person(person.Id, person.Name), person.UnitNumber is { } unit ? [unit] : []))
            : AuthenticateResult.Fail($"The roster has no {role} \"{id}\". GET /api/sign-in lists them.");
    }

    /// <summary>Says what was wrong, where the framework would answer 401 and nothing more.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure?.Message;
        Response.Headers.WWWAuthenticate = Bearer.TrimEnd();
        await TypedResults
            .Problem(
                title: "Not signed in",
                detail: failure ?? "A bearer token is needed: Authorization: Bearer TOKEN.",
                statusCode: StatusCodes.Status401Unauthorized
            )
            .ExecuteAsync(Context);
    }

    private static bool Begins(string given, string token) =>
        (given.Length == token.Length || (given.Length > token.Length + 1 && given[token.Length] == BeforePerson))
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(given[..token.Length]));

    private static AuthenticateResult Ticket(Who who) =>
        AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(who.Claims(), SchemeName)), SchemeName));
}
