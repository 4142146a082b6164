
namespace Evidence.Store.Database;

/// <summary>Reports a problem at start in one clear sentence; the process then ends with exit code 1.</summary>
public class StartupException(string sentence, Exception? inner = null) : Exception(sentence, inner);
