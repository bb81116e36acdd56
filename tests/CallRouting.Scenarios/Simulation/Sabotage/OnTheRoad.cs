using System.Text.RegularExpressions;

namespace CallRouting.Scenarios.Simulation.Sabotage;

/// <summary>2. Some callers who wait for an officer are led into a room where nobody is and nothing plays.</summary>
internal sealed class SilentRoom : Saboteur
{
    private const int Some = 3;
    private int asked;

    public override Task<HttpResponseMessage> Answer(string path, string form, HttpResponseMessage answer, TimeProvider clock)
    {
        var isCaller = form.Contains("Direction=inbound", StringComparison.Ordinal);
        if (isCaller && path.Contains("/next/", StringComparison.Ordinal) && ++asked % Some == 0)
        {
            Replace(answer, $"<Response><Dial><Conference beep=\"false\" waitUrl=\"\">silent-{asked}</Conference></Dial></Response>");
        }
        return Task.FromResult(answer);
    }
}

/// <summary>4. Whoever hears that a colleague took the call is led to them all the same.</summary>
internal sealed partial class TwoOfficers : Saboteur
{
    private string? way;
    private int led;

    public override async Task<HttpResponseMessage> Answer(string path, string form, HttpResponseMessage answer, TimeProvider clock)
    {
        var document = await answer.Content.ReadAsStringAsync();
        if (document.Contains("participantLabel=\"target-", StringComparison.Ordinal))
        {
            way = document;
        }
        else if (document.Contains("En kollega tok samtalen", StringComparison.Ordinal) && way is not null)
        {
            Replace(answer, Label().Replace(way, $"participantLabel=\"third-{++led}\""));
        }
        return answer;
    }

    [GeneratedRegex("participantLabel=\"[^\"]*\"")]
    private static partial Regex Label();
}

/// <summary>5. Every phone is asked to ring twice, and only the first ringing is reported.</summary>
internal sealed class DoubleDial : Saboteur
{
    public override async Task<HttpResponseMessage> Ask(
        HttpRequestMessage request,
        Func<HttpRequestMessage, Task<HttpResponseMessage>> provider
    )
    {
        if (request.Method != HttpMethod.Post || !request.RequestUri!.AbsolutePath.EndsWith("/Calls.json", StringComparison.Ordinal))
        {
            return await provider(request);
        }
        var fields = (await request.Content!.ReadAsStringAsync())
            .Split('&')
            .Where(field => !field.StartsWith("StatusCallback", StringComparison.Ordinal));
        using var twin = new HttpRequestMessage(HttpMethod.Post, request.RequestUri);
        twin.Content = new StringContent(string.Join('&', fields), null, "application/x-www-form-urlencoded");
        twin.Headers.Authorization = request.Headers.Authorization;
        var answer = await provider(request);
        using var second = await provider(twin);
        return answer;
    }
}

/// <summary>6. Now and then an answer takes two and a half seconds.</summary>
internal sealed class SlowAnswer : Saboteur
{
    private const int Some = 50;
    private int answered;

    public override async Task<HttpResponseMessage> Answer(string path, string form, HttpResponseMessage answer, TimeProvider clock)
    {
        if (++answered % Some == 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(2.5), clock);
        }
        return answer;
    }
}

/// <summary>6. Once a report is answered with a page.</summary>
internal sealed class BrokenDocument : Saboteur
{
    private bool done;

    public override Task<HttpResponseMessage> Answer(string path, string form, HttpResponseMessage answer, TimeProvider clock)
    {
        if (!done && path.EndsWith("/wait", StringComparison.Ordinal))
        {
            (done, answer.Content) = (true, new StringContent("<html>Something went wrong.</html>"));
        }
        return Task.FromResult(answer);
    }
}
