/** What tests of board programs need: a JUnit extension, heap baselines, scenarios. */
package org.perilune.testkit;
