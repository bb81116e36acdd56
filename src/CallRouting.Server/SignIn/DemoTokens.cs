using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.SignIn;

/// <summary>Section "SignIn" of the configuration. Only Mode=Demo has it.</summary>
public sealed class DemoTokenOptions : AuthenticationSchemeOptions
{
    /// <summary>From a role to its one bearer token.</summary>
    public IDictionary<string, string> DemoTokens { get; } = new Dictionary<string, string>();
}

/// <summary>Until employees sign in: one fixed bearer token per role, in the demo only.</summary>
public sealed class DemoTokens(IOptionsMonitor<DemoTokenOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<DemoTokenOptions>(options, logs, encoder)
{
    public const string SchemeName = "DemoTokens";

    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }
        var given = Encoding.UTF8.GetBytes(header[Bearer.Length..]);
        var role = Options
            .DemoTokens.FirstOrDefault(token => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token.Value), given))
            .Key;
        return Task.FromResult(
            role is null ? AuthenticateResult.Fail("No role has this token.") : AuthenticateResult.Success(Ticket(role))
        );
    }

    private static AuthenticationTicket Ticket(string role)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.Name, $"demo {role}"), new(ClaimTypes.Role, role)], SchemeName);
        return new(new ClaimsPrincipal(identity), SchemeName);
    }
}
