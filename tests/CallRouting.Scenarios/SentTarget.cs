using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace CallRouting.Scenarios;

/// <summary>
/// Lets a test server see a request's target exactly as it was sent. A real server does; the test server leaves it empty, and a signature is checked
/// against it. The handler writes it down, the filter (registered in the receiving host) reads it.
/// </summary>
public sealed class SentTarget(HttpMessageHandler server) : DelegatingHandler(server)
{
    private const string Header = "X-Test-Sent-Target";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove(Header);
        request.Headers.Add(Header, TargetOf(request.RequestUri!.OriginalString));
        return base.SendAsync(request, cancellationToken);
    }

    private static string TargetOf(string url)
    {
        var bare = url.Split('#')[0];
        var path = bare.IndexOf('/', bare.IndexOf("://", StringComparison.Ordinal) + 3);
        return path < 0 ? "/" : bare[path..];
    }

    /// <summary>For the receiving host: <c>services.AddSingleton&lt;IStartupFilter, SentTarget.Filter&gt;()</c>.</summary>
    public sealed class Filter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, following) =>
                    {
                        if (context.Request.Headers.Remove(Header, out var target))
                            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target.ToString();
                        return following(context);
                    }
                );
                next(app);
            };
    }
}
