using CallRouting.Server.Offices;
using CallRouting.Server.Telephony;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CallRouting.Server;

/// <summary>
/// Whether calls can be taken: registers are in force, and the provider has each of our numbers lead to us and report its
/// hang-ups to us. Without the last, a caller's hang-up would never be known (contract §1.10).
/// </summary>
public sealed class Readiness(PlacesInForce places, ProviderClient provider, PhoneUrls urls, IOptions<ModeOptions> mode)
{
    private volatile bool numbersWereGood;

    public async Task<Results<Ok<string>, ProblemHttpResult>> Answer(CancellationToken cancel)
    {
        await places.Refresh(cancel);
        var missing = places.AnyRegisters ? await WhatNumbersMiss(cancel) : "No registers are loaded. Run: registers load.";
        return missing is null
            ? TypedResults.Ok("ready")
            : TypedResults.Problem(title: "Not ready", detail: missing, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<string?> WhatNumbersMiss(CancellationToken cancel)
    {
        if (numbersWereGood)
        {
            return null;
        }
        try
        {
            var wrong = (await provider.Numbers(cancel)).Where(number => !IsGood(number)).Select(number => number.PhoneNumber).ToList();
            numbersWereGood = wrong.Count == 0;
            return numbersWereGood
                ? null
                : $"{string.Join(", ", wrong)}: set the voice URL to {WithoutFragment(urls.Inbound)} and the status callback to {WithoutFragment(urls.InboundStatus)}"
                    + (mode.Value.IsDemo ? "." : ", and a fallback hosted elsewhere.");
        }
        catch (HttpRequestException unreachable)
        {
            return $"The phone provider does not answer: {unreachable.HttpRequestError}.";
        }
    }

    private bool IsGood(OwnNumber number) =>
        WithoutFragment(number.VoiceUrl) == WithoutFragment(urls.Inbound)
        && WithoutFragment(number.StatusCallback) == WithoutFragment(urls.InboundStatus)
        && (mode.Value.IsDemo || !string.IsNullOrEmpty(number.VoiceFallbackUrl));

    private static string? WithoutFragment(string? url) => url?.Split('#')[0];
}
