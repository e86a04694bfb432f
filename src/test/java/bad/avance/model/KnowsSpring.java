package bad.avance.model;

import org.springframework.core.io.Resource;

/** A word that needs a framework. */
public record KnowsSpring(Resource resource) {}
