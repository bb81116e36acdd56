using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CallRouting.Scenarios;

/// <summary>Errors that a host logged: in a healthy world there are none.</summary>
public sealed class FaultLog : ILoggerProvider
{
    public ConcurrentBag<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new ErrorLog(categoryName, Lines);

    public void Dispose() { }

    private sealed class ErrorLog(string category, ConcurrentBag<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                lines.Add($"{category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
