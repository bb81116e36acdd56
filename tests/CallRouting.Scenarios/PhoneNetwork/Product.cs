using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>A webhook as the product saw it.</summary>
public sealed record Asked(
    string Method,
    string Path,
    string RawTarget,
    IReadOnlyDictionary<string, string> Fields,
    IHeaderDictionary Headers
)
{
    public string this[string field] => Fields.GetValueOrDefault(field, "");
}

/// <summary>The smallest product: it answers what a test tells it to, and remembers what it was asked.</summary>
public sealed class Product : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<Asked, IResult>> answers = new();
    private readonly ConcurrentQueue<Asked> asked = new();
    private readonly WebApplication app;

    public Product()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IStartupFilter, SentTarget.Filter>();
        app = builder.Build();
        app.Run(async context => await (await Answer(context)).ExecuteAsync(context));
        app.Start();
    }

    public IReadOnlyList<Asked> Asked => asked.ToArray();

    public IReadOnlyList<Asked> AskedAt(string path) => Asked.Where(request => request.Path == path).ToList();

    public HttpMessageHandler Handler() => new SentTarget(app.GetTestServer().CreateHandler());

    /// <summary>Answers a path with a document.</summary>
    public Product Says(string path, string verbs) => Answers(path, _ => Twiml(verbs));

    public Product Says(string path, Func<Asked, string> verbs) => Answers(path, request => Twiml(verbs(request)));

    public Product Answers(string path, Func<Asked, IResult> answer)
    {
        answers[path] = answer;
        return this;
    }

    /// <summary>Takes the request and never answers.</summary>
    public Product Hangs(string path) => Answers(path, _ => new Silence());

    public static IResult Twiml(string verbs) => Results.Text($"<Response>{verbs}</Response>", "text/xml");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> Answer(HttpContext context)
    {
        var fields = context.Request.HasFormContentType
            ? (await context.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString())
            : context.Request.Query.ToDictionary(field => field.Key, field => field.Value.ToString());
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var request = new Asked(context.Request.Method, context.Request.Path, target, fields, context.Request.Headers);
        asked.Enqueue(request);
        return answers.TryGetValue(request.Path, out var answer) ? answer(request) : Results.NoContent();
    }

    private sealed class Silence : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, httpContext.RequestAborted);
    }
}
