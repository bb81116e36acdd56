using System.Net.Sockets;
using System.Xml;
using System.Xml.Linq;
using CallRouting.Scenarios.Simulation.Sabotage;

namespace CallRouting.Scenarios.Simulation.Deaths;

/// <summary>From the provider to whichever process of the server lives, if one does.</summary>
internal sealed class RoadIn(
    HttpMessageHandler way,
    Func<Life> living,
    KillPlan kills,
    Saboteur saboteur,
    Action<Answered> answered,
    TimeProvider clock
) : DelegatingHandler(way)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var life = living();
        if (life.IsOver)
        {
            throw new HttpRequestException(
                HttpRequestError.ConnectionError,
                "Nobody listens.",
                new SocketException((int)SocketError.ConnectionRefused)
            );
        }
        var asked = clock.GetUtcNow();
        var form = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var answer = await Heard(base.SendAsync(request, cancellationToken), life);
        answer = await saboteur.Answer(request.RequestUri!.AbsolutePath, form, answer, clock);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        var genuine = ProviderSeal.IsOn(request, form);
        answered(new(request.RequestUri!.AbsolutePath, form, genuine, (int)answer.StatusCode, body, clock.GetUtcNow() - asked));
        return answer;
    }

    private async Task<HttpResponseMessage> Heard(Task<HttpResponseMessage> asking, Life life)
    {
        // Whether it was told first that the process has ended or that it has answered: a dead one is not heard.
        await Task.WhenAny(asking, life.Death);
        if (!life.IsOver && kills.Strikes(KillPoint.BeforeAnswer))
        {
            life.Ends();
        }
        return life.IsOver ? throw BrokenOff() : await asking;
    }

    private static HttpRequestException BrokenOff() => new(HttpRequestError.ResponseEnded, "The connection broke off.");
}

/// <summary>A webhook that was answered.</summary>
/// <param name="Form">As it was sent.</param>
/// <param name="IsGenuine">The provider's own; otherwise a stranger's.</param>
/// <param name="After">On the world's clock.</param>
public sealed record Answered(string Path, string Form, bool IsGenuine, int Status, string Body, TimeSpan After)
{
    private const string Field = "CallSid=";

    /// <summary>A report, whose answer steers nothing.</summary>
    public bool IsReport => Path.EndsWith("/status", StringComparison.Ordinal);

    /// <summary>The provider's id of the call that it is about.</summary>
    public string? Call => Form.Split('&').FirstOrDefault(pair => pair.StartsWith(Field, StringComparison.Ordinal))?[Field.Length..];

    /// <summary>The verbs of a call-control document; null when it is none.</summary>
    public XElement? Document { get; } = Read(Body);

    private static XElement? Read(string body)
    {
        try
        {
            return body.Length > 0 && XElement.Parse(body) is { Name.LocalName: "Response" } document ? document : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}

/// <summary>From one process of the server to the provider.</summary>
internal sealed class RoadOut(HttpMessageHandler way, Life life, KillPlan kills, Saboteur saboteur, Trace? trace) : DelegatingHandler(way)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        life.MustGoOn();
        if (kills.Strikes(KillPoint.BeforeRequest))
        {
            life.Ends();
        }
        life.MustGoOn();
        var answer = await Traced(request, saboteur.Ask(request, asked => base.SendAsync(asked, cancellationToken)));
        if (kills.Strikes(KillPoint.AfterRequest))
        {
            life.Ends();
        }
        life.MustGoOn();
        return answer;
    }

    private async Task<HttpResponseMessage> Traced(HttpRequestMessage request, Task<HttpResponseMessage> asking)
    {
        if (trace is null)
        {
            return await asking;
        }
        var form = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
        try
        {
            var answer = await asking;
            trace.Asked(request.Method.Method, request.RequestUri!, form, $"{(int)answer.StatusCode}");
            return answer;
        }
        catch (Exception broken)
        {
            trace.Asked(request.Method.Method, request.RequestUri!, form, broken.GetType().Name);
            throw;
        }
    }
}

/// <summary>From a screen to whichever process of the server lives. A browser does not wait for ever.</summary>
public sealed class ScreenRoad(Func<HttpMessageHandler> way, Func<Life> living, TimeProvider clock, Trace? trace) : HttpMessageHandler
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var life = living();
        if (life.IsOver)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Nobody listens.");
        }
        using var sent = new HttpMessageInvoker(way(), disposeHandler: false);
        var asking = sent.SendAsync(request, cancellationToken);
        try
        {
            await Task.WhenAny(asking, life.Death).WaitAsync(Patience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new HttpRequestException(HttpRequestError.Unknown, "Nobody answers.");
        }
        if (life.IsOver)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke off.");
        }
        var answer = await asking;
        trace?.Says($"screen {request.Method} {request.RequestUri!.AbsolutePath} -> {(int)answer.StatusCode}");
        return answer;
    }
}
