using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Conferences;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Faults;
using CallRouting.PhoneNetwork.Messages;
using CallRouting.PhoneNetwork.Phones;

namespace CallRouting.PhoneNetwork.Rest;

/// <summary>The provider's REST API, as far as the product uses it (contract §1).</summary>
internal static class RestApi
{
    public static void MapRestApi(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup("/2010-04-01/Accounts/{account}");
        account.MapCalls();
        account.MapConferences();
        account.MapParticipants();
        account.MapMessages();
        account.MapNumbers();
        account.Map("/{**rest}", NotAnswered);
    }

    /// <summary>The door of the API: who asks, and what a refusal looks like.</summary>
    public static async Task Guard(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/2010-04-01"))
        {
            await next(context);
            return;
        }
        try
        {
            CheckAccount(context.Request, context.RequestServices.GetRequiredService<NetworkOptions>());
            await context.RequestServices.GetRequiredService<RestFaults>().Pass(context, next);
        }
        catch (RestException refusal)
        {
            await RestAnswers.Refused(refusal).ExecuteAsync(context);
        }
    }

    private static async Task<IResult> NotAnswered(HttpRequest request, EventLoop loop, Debugger debugger)
    {
        var message = $"{request.Method} {request.Path} is not among the requests that this network answers.";
        await loop.Do(() => debugger.Complain(20404, message, url: request.Path));
        return RestAnswers.Refused(new RestException(404, 20404, message));
    }

    // Basic authentication with account and token; the path must name the same account (contract §1.1).
    private static void CheckAccount(HttpRequest request, NetworkOptions options)
    {
        var expected = Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}");
        var given =
            AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) && header.Scheme == "Basic"
                ? Decode(header.Parameter)
                : [];
        var ownPath = request.Path.StartsWithSegments($"/2010-04-01/Accounts/{options.AccountSid}");
        if (!CryptographicOperations.FixedTimeEquals(given, expected) || !ownPath)
            throw new RestException(401, 20003, "Authentication Error - invalid username");
    }

    private static byte[] Decode(string? parameter)
    {
        var bytes = new byte[parameter?.Length ?? 0];
        return Convert.TryFromBase64String(parameter ?? "", bytes, out var length) ? bytes[..length] : [];
    }
}
